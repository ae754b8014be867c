"""Addresses of the tray. A message has a number of its own, since it may have no case."""

from django.urls import path

from . import pages

app_name = "email"
urlpatterns = [
    path("staff/email/", pages.tray, name="tray"),
    path("staff/email/<int:pk>/", pages.one, name="one"),
    path("staff/email/<int:pk>/original/", pages.original, name="original"),
    path("staff/email/<int:pk>/put/", pages.put, name="put"),
    path("staff/email/<int:pk>/new-contact/", pages.make, name="make"),
    path("staff/email/<int:pk>/no-contact/", pages.aside, name="aside"),
    path("staff/email/<int:pk>/take-back/", pages.take_back, name="take_back"),
]
