from django.urls import path

from . import arranging, pages

app_name = "allocation"
CASE = "staff/cases/<str:reference>/"
urlpatterns = [
    path(CASE + "allocate/", pages.allocate, name="allocate"),
    path(CASE + "answer/", pages.answer, name="answer"),
    path(CASE + "accept/", pages.accept, name="accept"),
    path(CASE + "give-back/", pages.give_back, name="give_back"),
    path("staff/how-cases-are-given/", arranging.arrangements, name="arrangements"),
    path("staff/answered/", pages.answered, name="answered"),
]
