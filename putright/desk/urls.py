from django.urls import path

from . import pages

app_name = "desk"
urlpatterns = [
    path("staff/", pages.home, name="home"),
    path("staff/my-work/", pages.work, name="work"),
    path("staff/find/", pages.find, name="search"),
    path("staff/cases/<str:reference>/", pages.case, name="case"),
]
