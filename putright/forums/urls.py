from django.urls import path

from . import pages

app_name = "forums"
urlpatterns = [
    path("staff/forums/", pages.start, name="start"),
    path("staff/forums/<slug:kind>/", pages.listed, name="listed"),
    path("staff/forums/<slug:kind>/paper/", pages.paper, name="paper"),
    path("staff/forums/<slug:kind>/meeting/", pages.bring, name="bring"),
    path("staff/forums/concerns/<int:pk>/back/", pages.back, name="back"),
    path("staff/forums/concerns/<int:pk>/leave/", pages.leave, name="leave"),
    path("staff/cases/<str:reference>/forum/", pages.raise_with, name="raise"),
]
