"""Addresses of ringing back."""

from django.urls import path

from . import pages

app_name = "callbacks"
urlpatterns = [
    path("staff/ring-back/", pages.all_lists, name="lists"),
    path("staff/ring-back/load/", pages.load, name="load"),
    path("staff/ring-back/load/<int:pk>/", pages.columns, name="columns"),
    path("staff/ring-back/own/", pages.from_own, name="own"),
    path("staff/ring-back/keep/", pages.keep, name="keep"),
    path("staff/ring-back/now/", pages.to_ring, name="to_ring"),
    path("staff/ring-back/now/<int:pk>/", pages.one, name="one"),
    path("staff/ring-back/now/<int:pk>/not-reached/", pages.attempt, name="attempt"),
    path("staff/ring-back/<int:pk>/", pages.results, name="results"),
    path("staff/ring-back/<int:pk>/told/", pages.tell, name="tell"),
]
