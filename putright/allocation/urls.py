from django.urls import path

from . import pages

app_name = "allocation"
CASE = "staff/cases/<str:reference>/"
urlpatterns = [
    path(CASE + "allocate/", pages.allocate, name="allocate"),
    path(CASE + "answer/", pages.answer, name="answer"),
    path(CASE + "accept/", pages.accept, name="accept"),
    path(CASE + "give-back/", pages.give_back, name="give_back"),
    path("staff/answered/", pages.answered, name="answered"),
    path(CASE + "hand-over/", pages.hand_over, name="hand_over"),
    path(CASE + "hand-over/<str:body>/", pages.pack, name="pack"),
    path(CASE + "hand-over/<str:body>/pack.json", pages.pack_file, name="pack_file"),
    path(CASE + "handed-over/<int:number>/", pages.went, name="went"),
    path(CASE + "handed-over/<int:number>/pack.json", pages.went_file, name="went_file"),
    path(CASE + "receipt/", pages.receipt, name="receipt"),
    path(CASE + "outcome/", pages.outcome, name="outcome"),
]
