"""Address of the page on where the force is reached."""

from django.urls import path

from . import pages

app_name = "review_letters"
urlpatterns = [path("staff/reviews/force-address/", pages.address, name="address")]
