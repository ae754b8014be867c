"""Addresses of the staffing answers."""

from django.urls import path

from . import changes, pages

app_name = "staffing"
urlpatterns = [
    path("staff/staffing/", pages.how_many, name="how_many"),
    path("staff/staffing/vacancies/", pages.vacancies, name="vacancies"),
    path("staff/staffing/forecast/", pages.forecast, name="forecast"),
    path("staff/staffing/assumptions/", pages.assumptions, name="assumptions"),
    path("staff/staffing/assumptions/<slug:name>/", changes.assume, name="assume"),
    path("staff/staffing/counts/", changes.counts, name="counts"),
    path("staff/staffing/doors/", changes.door, name="door"),
    path("staff/staffing/posts/", changes.post, name="post"),
    path("staff/staffing/posts/<int:number>/", changes.step, name="step"),
    path("staff/staffing/relief/", changes.relief, name="relief"),
    path("staff/staffing/risks/", changes.risk, name="risk"),
    path("staff/staffing/risks/<int:number>/", changes.risk_again, name="risk_again"),
]
