"""Addresses of the counter: the same in both languages, and silent about what is told there."""

from django.urls import path

from . import pages, staff

app_name = "counter"
urlpatterns = [
    path("counter/", pages.start, name="start"),
    path("counter/tell/", pages.tell, name="tell"),
    path("counter/done/", pages.done, name="done"),
    path("counter/clear/", pages.clear, name="clear"),
    path("staff/counters/", staff.counters, name="counters"),
    path("staff/counters/<int:pk>/close", staff.close, name="close"),
]
