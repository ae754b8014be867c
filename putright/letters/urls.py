from django.urls import path

from . import pages
from .award import pages as award

app_name = "letters"
urlpatterns = [
    path("staff/cases/<str:reference>/letters/new", pages.new, name="new"),
    path("staff/letters/award/", award.award, name="award"),
    path("staff/letters/<int:pk>/letter.pdf", pages.pdf, name="pdf"),
]
