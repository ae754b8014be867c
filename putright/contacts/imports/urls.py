from django.urls import path

from . import pages

urlpatterns = [
    path("staff/import/", pages.imports, name="imports"),
    path("staff/import/<int:number>/", pages.imported, name="imported"),
]
