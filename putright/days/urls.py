from django.urls import path

from . import pages

app_name = "days"
urlpatterns = [
    path("staff/days/", pages.home, name="home"),
    path("staff/days/begin/", pages.begin, name="begin"),
    path("staff/days/mine/<int:number>/", pages.write, name="write"),
    path("staff/days/<int:pk>/", pages.week, name="week"),
]
