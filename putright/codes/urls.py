from django.urls import path

from . import pages
from .asked import pages as asked

app_name = "codes"
urlpatterns = [
    path("staff/codes/", pages.lists, name="lists"),
    path("staff/codes/<slug:which>/", pages.one, name="one"),
    path("staff/codes/<slug:which>/add/", pages.add, name="add"),
    path("staff/codes/<slug:which>/load/", pages.load, name="load"),
    path("staff/codes/<slug:which>/list.csv", pages.export, name="export"),
    path("staff/codes/<slug:which>/<str:code>/end/", pages.end, name="end"),
    path("staff/codes/<slug:which>/<str:code>/rename/", pages.rename, name="rename"),
    path("staff/questions/<slug:topic>/", asked.questions, name="questions"),
    path("staff/questions/<slug:topic>/add/", asked.ask, name="ask"),
    path("staff/questions/<slug:topic>/<slug:name>/reword/", asked.reword, name="reword"),
    path("staff/questions/<slug:topic>/<slug:name>/stop/", asked.stop, name="stop"),
]
