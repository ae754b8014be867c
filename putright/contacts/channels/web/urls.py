"""Addresses of the public form: the same in both languages, and silent about what it is about."""

from django.urls import path

from . import pages

urlpatterns = [
    path("tell-us/", pages.begin, name="begin"),
    path("go/<slug:code>/", pages.go, name="go"),
    path("tell-us/check/", pages.check_answers, name="check"),
    path("tell-us/sent/", pages.sent, name="sent"),
    path("tell-us/saved/", pages.saved, name="saved"),
    path("tell-us/deleted/", pages.forgotten, name="forgotten"),
    path("tell-us/told-others/", pages.told_others, name="left"),
    path("tell-us/come-back/", pages.come_back, name="come_back"),
    path("tell-us/<slug:slug>/", pages.step, name="step"),
]
