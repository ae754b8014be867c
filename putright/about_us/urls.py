from django.urls import path

from . import pages

app_name = "about_us"
urlpatterns = [
    path("complain-about-us/", pages.how, name="how"),
    path("complain-about-us/write/", pages.tell, name="tell"),
    path("complain-about-us/sent/<uuid:receipt>/", pages.sent, name="sent"),
    path("staff/about-the-team/", pages.register, name="register"),
    path("staff/about-the-team/days/", pages.days, name="days"),
    path("staff/about-the-team/enter/", pages.enter, name="enter"),
    path("staff/about-the-team/<str:code>/letter/", pages.letter, name="letter"),
    path("staff/about-the-team/<str:code>/", pages.one, name="one"),
    path("staff/about-the-team/<str:code>/acknowledge/", pages.acknowledge, name="acknowledge"),
    path("staff/about-the-team/<str:code>/note/", pages.note, name="note"),
    path("staff/about-the-team/<str:code>/answer/", pages.answer, name="answer"),
]
