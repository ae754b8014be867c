from django.urls import path

from . import pages
from .walled import pages as wall_pages

app_name = "cases"
urlpatterns = [
    path("staff/cases/<str:reference>/note", pages.note, name="note"),
    path("staff/cases/<str:reference>/spoke", pages.spoke, name="spoke"),
    path("staff/cases/<str:reference>/speaker", pages.speaker, name="speaker"),
    path("staff/cases/<str:reference>/allege", pages.allege, name="allege"),
    path("staff/cases/<str:reference>/allegations/<int:number>/factors", pages.factors, name="factors"),
    path("staff/cases/<str:reference>/outcomes", pages.outcomes, name="outcomes"),
    path("staff/cases/<str:reference>/officer", pages.name_officer, name="name_officer"),
    path("staff/cases/<str:reference>/keep-out", pages.wall, name="wall"),
    path("staff/kept-out/", wall_pages.walls, name="walls"),
    path("staff/kept-out/<int:number>/", wall_pages.wall_one, name="wall_one"),
    path("staff/cases/<str:reference>/take", pages.take, name="take"),
    path("staff/cases/<str:reference>/close", pages.close, name="close"),
    path("staff/cases/<str:reference>/danger", pages.raise_danger, name="raise_danger"),
    path("staff/cases/<str:reference>/danger/answer", pages.acknowledge, name="acknowledge"),
]
