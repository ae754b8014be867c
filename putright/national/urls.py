from django.urls import path

from . import pages, recalling, sending

app_name = "national"
QUARTER = "staff/national/<int:year>/<int:number>/"
urlpatterns = [
    path("staff/national/", pages.home, name="home"),
    path("staff/national/recalled/", recalling.listed, name="recalled"),
    path("staff/national/recalled/<slug:which>/<str:code>/", recalling.source, name="source"),
    path(QUARTER, pages.quarter, name="quarter"),
    path(f"{QUARTER}prepare/", pages.prepare, name="prepare"),
    path(f"{QUARTER}missing/", pages.fixes, name="fixes"),
    path(f"{QUARTER}missing/<slug:code>/", pages.fixes, name="field"),
    path("staff/cases/<str:reference>/national/", pages.case, name="case"),
    path("staff/cases/<str:reference>/national/<slug:code>/", pages.fill, name="fill"),
    path("staff/national/returns/<int:pk>/", sending.one, name="one"),
    path("staff/national/returns/<int:pk>/sign/", sending.sign, name="sign"),
    path("staff/national/returns/<int:pk>/compare/", sending.compare, name="compare"),
    path("staff/national/returns/<int:pk>/<slug:which>.csv", sending.file, name="file"),
    path("staff/national/returns/<int:pk>/figures/<slug:measure>/", sending.behind, name="behind"),
]
