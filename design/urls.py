from django.urls import path

from design import pages

urlpatterns = [path("gallery/", pages.gallery, name="gallery")]
