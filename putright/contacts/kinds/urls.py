from django.urls import path

from . import pages

urlpatterns = [
    path("staff/cases/<str:reference>/suggestions/<int:number>/", pages.came_of, name="came_of"),
]
