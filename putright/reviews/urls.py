"""Addresses of reviews."""

from django.urls import path

from . import pages

app_name = "reviews"
urlpatterns = [
    path("staff/reviews/", pages.register, name="register"),
    path("staff/reviews/reviews.csv", pages.as_csv, name="as_csv"),
    path("staff/reviews/themes/", pages.themes, name="themes"),
    path("staff/reviews/new/", pages.elsewhere, name="elsewhere"),
    path("staff/cases/<str:reference>/reviews/new/", pages.ask, name="ask"),
    path("staff/cases/<str:reference>/reviews/<int:number>/", pages.one, name="one"),
    path("staff/cases/<str:reference>/reviews/<int:number>/<slug:name>/", pages.deed, name="deed"),
]
