from django.urls import path

from . import pages

app_name = "imports"
urlpatterns = [
    path("staff/import/", pages.imports, name="door"),
    path("staff/import/new/", pages.begin, name="begin"),
    path("staff/import/came-back/", pages.came_back, name="came_back"),
    path("staff/import/<uuid:key>/columns/", pages.columns, name="columns"),
    path("staff/import/<uuid:key>/values/", pages.values, name="values"),
    path("staff/import/<uuid:key>/check/", pages.check, name="check"),
    path("staff/import/<uuid:key>/rows/", pages.errors, name="errors"),
    path("staff/import/<int:number>/", pages.imported, name="loaded"),
]
