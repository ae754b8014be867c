"""Addresses of scored calls."""

from django.urls import path

from . import pages

app_name = "scoring"
urlpatterns = [
    path("staff/scored-calls/", pages.calls, name="calls"),
    path("staff/scored-calls/new/", pages.new, name="new"),
    path("staff/scored-calls/<int:pk>/", pages.one, name="one"),
    path("staff/scored-calls/figures/", pages.figures, name="figures"),
    path("staff/scored-calls/told/", pages.told, name="told"),
    path("staff/scored-calls/told/<int:pk>/", pages.answer, name="answer"),
]
