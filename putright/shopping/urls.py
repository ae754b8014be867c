"""Addresses of mystery visits."""

from django.urls import path

from . import pages

app_name = "shopping"
urlpatterns = [
    path("staff/visits/", pages.mine, name="mine"),
    path("staff/visits/<int:pk>/", pages.visit, name="visit"),
    path("staff/visits/plan/", pages.plan, name="plan"),
    path("staff/visits/plan/visit/", pages.new_visit, name="new_visit"),
    path("staff/visits/plan/place/", pages.new_place, name="new_place"),
    path("staff/visits/plan/place/<int:pk>/close/", pages.close_place, name="close_place"),
    path("staff/visits/plan/scenario/", pages.new_scenario, name="new_scenario"),
    path("staff/visits/plan/scenario/<int:pk>/end/", pages.end_scenario, name="end_scenario"),
    path("staff/visits/results/", pages.results, name="results"),
    path("staff/visits/results/<int:pk>/", pages.place, name="place"),
    path("staff/visits/found/<int:pk>/action/", pages.new_action, name="new_action"),
    path("staff/visits/actions/", pages.all_actions, name="actions"),
    path("staff/visits/actions/<int:pk>/", pages.step, name="step"),
]
