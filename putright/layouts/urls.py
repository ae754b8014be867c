"""Addresses of the layouts of boards' reports."""

from django.urls import path

from . import pages

app_name = "layouts"
BASE = "staff/board-reports/layouts/"
urlpatterns = [
    path(BASE, pages.all_layouts, name="all"),
    path(f"{BASE}new/", pages.new, name="new"),
    path(f"{BASE}of/<slug:slug>/", pages.one, name="one"),
    path(f"{BASE}of/<slug:slug>/arrange/", pages.arrange, name="arrange"),
    path(f"{BASE}of/<slug:slug>/from/", pages.put, name="put"),
    path(f"{BASE}of/<slug:slug>/part/<slug:part>/", pages.part, name="part"),
]
