"""Addresses of triage."""

from django.urls import path

from . import pages

app_name = "triage"
urlpatterns = [
    path("staff/cases/<str:reference>/triage/", pages.ask, name="ask"),
    path("staff/cases/<str:reference>/triage/decide/", pages.decide, name="decide"),
    path("staff/cases/<str:reference>/triage/second/", pages.second, name="second"),
]
