"""Addresses of decision records: the staff's, and the public's."""

from django.urls import path

from . import pages

app_name = "decisions"
ONE = "staff/decisions/<int:number>/"
urlpatterns = [
    path("decisions/", pages.listed, name="list"),
    path("decisions/<int:number>/", pages.read, name="read"),
    path("decisions/<int:number>.pdf", pages.pdf, name="paper"),
    path("staff/decisions/", pages.records, name="records"),
    path("staff/decisions/new/", pages.new, name="new"),
    path(ONE, pages.record, name="record"),
    path(f"{ONE}change/", pages.change, name="change"),
    path(f"{ONE}approve/", pages.approve, name="approve"),
    path(f"{ONE}publish/", pages.publish, name="publish"),
    path(f"{ONE}withdraw/", pages.withdraw, name="withdraw"),
]
