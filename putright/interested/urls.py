from django.urls import path

from . import pages

app_name = "interested"
urlpatterns = [
    path("staff/cases/<str:reference>/interested/", pages.add, name="add"),
    path("staff/cases/<str:reference>/interested/<int:number>/", pages.change, name="change"),
]
