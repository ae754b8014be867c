from django.urls import path

from design import pages

urlpatterns = [
    path("gallery/", pages.gallery, name="gallery"),
    path("gallery/staff/", pages.gallery, {"layout": "staff"}, name="gallery_staff"),
]
