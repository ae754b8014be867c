from django.urls import path

from . import pages

app_name = "lawbook"
urlpatterns = [
    path("staff/cases/<str:reference>/why/", pages.reasons, name="why"),
    path("staff/law/", pages.law, name="day"),
    path("staff/law/changes/", pages.changed, name="changes"),
    path("staff/law/try/", pages.sheet, name="sheet"),
    path("staff/law/<str:name>/", pages.question, name="question"),
]
