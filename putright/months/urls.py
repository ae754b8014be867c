"""Addresses of the reports for boards."""

from django.urls import path

from . import pages, sending_pages

app_name = "months"
urlpatterns = [
    path("staff/board-reports/", pages.all_reports, name="all"),
    path("staff/board-reports/new/", pages.new, name="new"),
    path("staff/board-reports/changes/", sending_pages.changes, name="changes"),
    path("staff/board-reports/changes/new/", sending_pages.change, name="change"),
    path("staff/board-reports/boards/", sending_pages.boards, name="boards"),
    path("staff/board-reports/boards/new/", sending_pages.board, name="board"),
    path("staff/board-reports/boards/<int:pk>/end/", sending_pages.end_board, name="end_board"),
    path("staff/board-reports/sent/<int:pk>/", sending_pages.settle, name="settle"),
    path("staff/board-reports/look/<slug:slug>/", pages.preview, name="preview"),
    path("staff/board-reports/<int:pk>/", pages.one, name="one"),
    path("staff/board-reports/<int:pk>/revise/", pages.revise, name="revise"),
    path("staff/board-reports/<int:pk>/sign/", pages.sign, name="sign"),
    path("staff/board-reports/<int:pk>/pdf/<str:language>/", pages.paper, name="paper"),
    path("staff/board-reports/<int:pk>/sheet/<str:kind>/", pages.sheet, name="sheet"),
    path("staff/board-reports/<int:pk>/write/<slug:slug>/", pages.part, name="part"),
]
