from django.urls import path

from . import pages

app_name = "measures"
urlpatterns = [
    path("staff/targets/", pages.lines, name="lines"),
    path("staff/targets/new/", pages.set_line, name="set"),
    path("staff/places/", pages.places, name="places"),
    path("staff/places/new/", pages.set_table, name="set_table"),
    path("staff/places/<int:number>/", pages.table, name="table"),
]
