from django.urls import path

from . import pages

app_name = "valued"
urlpatterns = [
    path("staff/working-here/", pages.home, name="home"),
    path("staff/working-here/answer/", pages.answer, name="answer"),
    path("staff/working-here/ask/", pages.ask, name="ask"),
    path("staff/working-here/switch/", pages.switch, name="switch"),
    path("staff/working-here/<int:pk>/", pages.results, name="results"),
]
