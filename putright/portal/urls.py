"""The public's addresses."""

from django.urls import path

from . import pages

app_name = "portal"
urlpatterns = [
    path("", pages.start, name="start"),
    path("what-to-expect/", pages.expect, name="expect"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("privacy/", pages.privacy, name="privacy"),
]
