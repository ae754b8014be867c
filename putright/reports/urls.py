from django.urls import path

from . import beside, catalogue, pages

app_name = "reports"
MONTH = "staff/reports/<int:year>/<int:number>/"
urlpatterns = [
    path("staff/reports/", pages.month, name="month"),
    path("staff/reports/measures/", catalogue.catalogue, name="catalogue"),
    path("staff/reports/measures/<slug:measure>/", catalogue.one, name="measure"),
    path(MONTH, pages.month_of, name="month_of"),
    path(f"{MONTH}figures.csv", pages.figures, name="figures"),
    path(f"{MONTH}shares/", beside.shares, name="shares"),
    path(f"{MONTH}<slug:measure>/", pages.listing, name="list"),
    path(f"{MONTH}<slug:measure>/<str:part>/", pages.listing, name="part"),
    path("staff/reports/areas/", pages.areas, name="areas"),
]
