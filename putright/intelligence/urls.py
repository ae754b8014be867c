from django.urls import path

from . import pages

app_name = "intelligence"
urlpatterns = [
    path("staff/information/", pages.waiting, name="waiting"),
    path("staff/information/take/", pages.take, name="take"),
    path("staff/information/keepers/", pages.keepers, name="keepers"),
    path("staff/information/keepers/<int:number>/end/", pages.end_keeper, name="end_keeper"),
    path("staff/information/<int:number>/", pages.record, name="record"),
    path("staff/information/<int:number>/pack/", pages.pack, name="pack"),
    path("staff/information/<int:number>/sealed/", pages.source, name="source"),
    path("staff/information/<int:number>/receipt/", pages.receipt, name="receipt"),
]
