from django.urls import path

from . import pages
from .law import pages as law

app_name = "desk"
urlpatterns = [
    path("staff/", pages.home, name="home"),
    path("staff/my-work/", pages.work, name="work"),
    path("staff/find/", pages.find, name="search"),
    path("staff/cases/<str:reference>/", pages.case, name="case"),
    path("staff/cases/<str:reference>/why/", law.reasons, name="why"),
    path("staff/law/", law.law, name="law"),
    path("staff/law/changes/", law.changed, name="law_changes"),
    path("staff/law/try/", law.sheet, name="law_try"),
    path("staff/law/<str:name>/", law.question, name="law_question"),
]
