from django.urls import path

from . import pages

app_name = "imports"
urlpatterns = [
    path("staff/import/", pages.imports, name="door"),
    path("staff/import/<int:number>/", pages.imported, name="loaded"),
]
