from django.urls import path

from . import following, information, pages, taking
from .making import FORMAT

app_name = "packs"
CASE = "staff/cases/<str:reference>/"
urlpatterns = [
    path(CASE + "hand-over/", pages.hand_over, name="hand_over"),
    path(CASE + "hand-over/<str:body>/", pages.pack, name="pack"),
    path(CASE + "hand-over/<str:body>/pack.<str:which>", pages.pack_file, name="pack_file"),
    path(CASE + "handed-over/<int:number>/", pages.went, name="went"),
    path(CASE + "handed-over/<int:number>/pack.<str:which>", pages.went_file, name="went_file"),
    path(CASE + "receipt/", pages.receipt, name="receipt"),
    path(CASE + "outcome/", pages.outcome, name="outcome"),
    path(CASE + "referral/", pages.referral, name="referral"),
    path(CASE + "rest/", following.rest, name="rest"),
    path(CASE + "rest/<int:number>/pack.<str:which>", following.rest_file, name="rest_file"),
    path(CASE + "rest/<int:number>/receipt/", following.receipt, name="rest_receipt"),
    path("staff/information/<int:number>/pack.pdf", information.information, name="information"),
    path("staff/take-in/", taking.take_in, name="take_in"),
    path(f"handover/{FORMAT}.schema.json", taking.published, name="schema"),
]
