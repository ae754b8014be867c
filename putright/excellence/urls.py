"""Addresses of the standard and its evidence."""

from django.urls import path

from .pages import evidence, standing

app_name = "excellence"
urlpatterns = [
    path("staff/excellence/", standing.board, name="board"),
    path("staff/excellence/standards/", standing.standards, name="standards"),
    path("staff/excellence/standards/<slug:slug>/load/", standing.load, name="load"),
    path("staff/excellence/standards/<slug:slug>/pass/", standing.pass_rule, name="pass_rule"),
    path("staff/excellence/element/<slug:slug>/<str:part>/", standing.element, name="element"),
    path("staff/excellence/element/<slug:slug>/<str:part>/<slug:name>/", standing.deed, name="deed"),
    path("staff/excellence/meetings/", standing.meetings, name="meetings"),
    path("staff/excellence/meetings/new/", standing.meeting, name="meeting"),
    path("staff/excellence/stakeholders/new/", standing.stakeholder, name="stakeholder"),
    path("staff/excellence/stakeholders/<int:pk>/end/", standing.end_stakeholder, name="end_stakeholder"),
    path("staff/evidence/", evidence.evidence, name="evidence"),
    path("staff/evidence/new/", evidence.new, name="new"),
    path("staff/evidence/use/", evidence.use, name="use"),
    path("staff/evidence/<int:pk>/", evidence.item, name="item"),
    path("staff/evidence/<int:pk>/file", evidence.file, name="file"),
    path("staff/evidence/<int:pk>/<slug:name>/", evidence.item_deed, name="item_deed"),
]
