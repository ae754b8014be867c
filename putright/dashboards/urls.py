"""Addresses of the pages for each of us."""

from django.urls import path

from . import month_pages, pages

app_name = "dashboards"
urlpatterns = [
    path("staff/today/", pages.home, name="home"),
    path("staff/today/mine/", pages.mine, name="mine"),
    path("staff/today/team/", pages.team, name="team"),
    path("staff/today/month/", month_pages.month, name="month"),
    path("staff/today/report/", month_pages.board, name="board"),
]
