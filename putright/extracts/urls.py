from django.urls import path

from . import pages

app_name = "extracts"
urlpatterns = [
    path("staff/extracts/", pages.start, name="start"),
    path("staff/extracts/kept/<int:number>/", pages.kept, name="kept"),
    path("staff/extracts/<slug:kind>/", pages.ask, name="ask"),
    path("staff/extracts/<slug:kind>/file/", pages.take, name="take"),
    path("staff/extracts/<slug:kind>/keep/", pages.keep, name="keep"),
]
