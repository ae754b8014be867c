from django.urls import path

from . import pages

app_name = "warnings"
urlpatterns = [
    path("staff/warnings/", pages.all_of_them, name="all"),
    path("staff/warnings/<slug:which>/<str:code>/", pages.one, name="one"),
    path("staff/warnings/<slug:which>/<str:code>/<int:year>/<int:month>/aside/", pages.dismiss, name="dismiss"),
]
