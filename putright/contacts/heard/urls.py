from django.urls import path

from . import pages

urlpatterns = [
    path("staff/heard/", pages.heard, name="heard"),
    path("staff/heard/<slug:code>/", pages.short_link, name="short_link"),
]
