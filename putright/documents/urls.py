"""Addresses of the documents of a case."""

from django.urls import path

from . import pages

app_name = "documents"
urlpatterns = [
    path("staff/cases/<str:reference>/documents/add", pages.add, name="add"),
    path("staff/cases/<str:reference>/documents/<int:pk>/", pages.one, name="one"),
    path("staff/cases/<str:reference>/documents/<int:pk>/picture/<int:number>", pages.picture, name="picture"),
    path("staff/cases/<str:reference>/documents/<int:pk>/original", pages.original, name="original"),
]
