"""Addresses of clocks on a case."""

from django.urls import path

from . import pages

app_name = "clocks"
CLOCK = "staff/cases/<str:reference>/clocks/<slug:promise>/"
urlpatterns = [
    path(CLOCK, pages.one, name="one"),
    path(f"{CLOCK}stop/", pages.stop, name="stop"),
    path(f"{CLOCK}go-on/", pages.go_on, name="go_on"),
    path(f"{CLOCK}longer/", pages.extend, name="extend"),
    path(f"{CLOCK}missed/", pages.missed, name="missed"),
    path(f"{CLOCK}excuse/", pages.excuse, name="excuse"),
]
