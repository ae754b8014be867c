"""Addresses of letters that came."""

from django.urls import path

from . import pages

urlpatterns = [
    path("staff/letters-in/", pages.letters, name="letters"),
    path("staff/letters-in/<uuid:key>/", pages.letter, name="letter"),
    path("staff/letters-in/<uuid:key>/<int:pk>/<int:number>", pages.sheet, name="letter_sheet"),
]
