from django.urls import path

from . import pages

urlpatterns = [
    path("staff/contacts/new", pages.new, name="new"),
    path("staff/contacts/look-up", pages.look_up, name="look_up"),
    path("staff/contacts/questions", pages.questions, name="questions"),
    path("staff/contacts/<str:reference>/entered", pages.entered, name="entered"),
]
