from django.urls import path

from . import pages

app_name = "mailings"
urlpatterns = [
    path("staff/cases/<str:reference>/letters/everybody", pages.several, name="several"),
    path("staff/cases/<str:reference>/letters/thanks", pages.thanks, name="thanks"),
    path("staff/cases/<str:reference>/language", pages.language, name="language"),
    path("staff/leaflets/", pages.sheets, name="sheets"),
    path("staff/leaflets/<str:name>/<str:language>.pdf", pages.sheet, name="sheet"),
]
