"""Addresses of what the office promises."""

from django.urls import path

from . import pages

app_name = "promises"
urlpatterns = [
    path("staff/promises/", pages.promises, name="list"),
    path("staff/promises/day/", pages.change_day, name="change_day"),
    path("staff/promises/hours/", pages.change_hours, name="change_hours"),
    path("staff/promises/changes/<int:number>/", pages.change, name="change"),
    path("staff/promises/<slug:promise>/change/", pages.change_promise, name="change_promise"),
]
