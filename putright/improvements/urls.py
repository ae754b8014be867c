from django.urls import path

from . import pages

app_name = "improvements"
urlpatterns = [
    path("staff/improvements/", pages.all_of_them, name="all"),
    path("staff/improvements/new/", pages.new, name="new"),
    path("staff/improvements/<int:pk>/", pages.one, name="one"),
    path("staff/improvements/<int:pk>/edit/", pages.edit, name="edit"),
    path("staff/improvements/<int:pk>/step/", pages.step, name="step"),
]
