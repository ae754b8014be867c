from django.urls import path

from . import pages

app_name = "publication"
QUARTER = "figures/<int:year>/<int:number>/"
urlpatterns = [
    path("staff/publication/", pages.home, name="home"),
    path("figures/", pages.figures, name="figures"),
    path(QUARTER, pages.quarter, name="quarter"),
    path(f"{QUARTER}allegations.csv", pages.csv, name="csv"),
    path(f"{QUARTER}allegations.csv-metadata.json", pages.metadata, name="metadata"),
]
