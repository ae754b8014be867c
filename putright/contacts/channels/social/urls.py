"""The address of the form for what was seen on social media."""

from django.urls import path

from . import pages

urlpatterns = [path("staff/contacts/social", pages.seen, name="social")]
