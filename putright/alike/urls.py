"""Addresses of linking."""

from django.urls import path

from . import pages

app_name = "alike"
urlpatterns = [
    path("staff/cases/<str:reference>/link/", pages.link, name="link"),
    path("staff/cases/<str:reference>/unlink/", pages.unlink, name="unlink"),
]
