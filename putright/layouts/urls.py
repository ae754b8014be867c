"""Addresses of the layouts of boards' reports."""

from django.urls import path

from . import pages

app_name = "layouts"
BASE = "staff/board-reports/layouts/"
urlpatterns = [
    path(BASE, pages.all_layouts, name="all"),
    path(f"{BASE}new/", pages.new, name="new"),
    path(f"{BASE}beside/", pages.beside, name="beside"),
    path(f"{BASE}beside/new/", pages.set_beside, name="set_beside"),
    path(f"{BASE}beside/<int:pk>/end/", pages.end_beside, name="end_beside"),
    path(f"{BASE}of/<slug:slug>/", pages.one, name="one"),
    path(f"{BASE}of/<slug:slug>/arrange/", pages.arrange, name="arrange"),
    path(f"{BASE}of/<slug:slug>/from/", pages.put, name="put"),
    path(f"{BASE}of/<slug:slug>/part/<slug:part>/", pages.part, name="part"),
]
