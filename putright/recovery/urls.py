"""Addresses of putting it right."""

from django.urls import path

from . import pages

app_name = "recovery"
urlpatterns = [
    path("staff/cases/<str:reference>/put-right/", pages.offer, name="offer"),
    path("staff/cases/<str:reference>/put-right/<int:number>/", pages.answer, name="answer"),
    path("staff/cases/<str:reference>/record/", pages.ask_to_record, name="ask_to_record"),
]
