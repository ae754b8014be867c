from django.urls import path

from . import pages

app_name = "questionnaires"
urlpatterns = [
    path("staff/surveys/new/", pages.new, name="new"),
    path("staff/surveys/<slug:slug>/draft/", pages.draft, name="draft"),
    path("staff/surveys/<slug:slug>/draft/question/", pages.question, name="question"),
    path("staff/surveys/<slug:slug>/draft/arrange/", pages.arrange, name="arrange"),
    path("staff/surveys/<slug:slug>/draft/preview/", pages.preview, name="preview"),
    path("staff/surveys/<slug:slug>/draft/forward/", pages.propose, name="propose"),
    path("staff/surveys/<slug:slug>/version/<int:number>/", pages.version, name="version"),
    path("staff/surveys/<slug:slug>/version/<int:number>/sign/", pages.sign, name="sign"),
]
