from django.urls import path

from . import pages

app_name = "compared"
urlpatterns = [
    path("staff/compare/", pages.reconcile, name="reconcile"),
    path("staff/compare/<int:number>/columns/", pages.columns, name="columns"),
    path("staff/compare/<int:number>/", pages.comparison, name="comparison"),
]
