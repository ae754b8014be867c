from django.urls import path

from . import pages

app_name = "measures"
urlpatterns = [
    path("staff/targets/", pages.lines, name="lines"),
    path("staff/targets/new/", pages.set_line, name="set"),
]
