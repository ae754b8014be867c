from django.urls import path

from . import pages

app_name = "systems"
urlpatterns = [
    path("staff/systems/", pages.all_tokens, name="tokens"),
    path("staff/systems/<int:pk>/end/", pages.end_token, name="end_token"),
    path("for-systems/", pages.guide, name="guide"),
]
