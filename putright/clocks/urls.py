"""Addresses of clocks on a case, of what fell due, and of calendars."""

from django.urls import path

from . import pages
from .feed import pages as feed

app_name = "clocks"
CLOCK = "staff/cases/<str:reference>/clocks/<slug:promise>/"
urlpatterns = [
    path(CLOCK, pages.one, name="one"),
    path(f"{CLOCK}stop/", pages.stop, name="stop"),
    path(f"{CLOCK}go-on/", pages.go_on, name="go_on"),
    path(f"{CLOCK}longer/", pages.extend, name="extend"),
    path(f"{CLOCK}missed/", pages.missed, name="missed"),
    path(f"{CLOCK}excuse/", pages.excuse, name="excuse"),
    path("staff/promises/fell-due/", pages.notices, name="notices"),
    path("staff/calendar/", feed.feed, name="feed"),
    path("calendar/<str:secret>/", feed.subscribed, name="calendar"),
]
