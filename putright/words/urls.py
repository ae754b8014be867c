from django.urls import path

from . import pages, translating

app_name = "words"
urlpatterns = [
    path("staff/words/", pages.every, name="all"),
    path("staff/words/hints/", pages.hints, name="hints"),
    path("staff/words/paragraphs/new/", pages.add, name="add"),
    path("staff/words/welsh/", translating.welsh, name="welsh"),
    path("staff/words/welsh/<slug:kind>/<slug:name>/", translating.beside, name="beside"),
    path("staff/words/<slug:kind>/<slug:name>/", pages.one, name="one"),
    path("staff/words/<slug:kind>/<slug:name>/edit/", pages.edit, name="edit"),
    path("staff/words/<slug:kind>/<slug:name>/look/", pages.look, name="look"),
    path("staff/words/<slug:kind>/<slug:name>/compare/", pages.compare, name="compare"),
    path("staff/words/<slug:kind>/<slug:name>/<int:number>/sign/", pages.sign, name="sign"),
    path("staff/words/<slug:kind>/<slug:name>/<int:number>/<str:language>/example.pdf", pages.example, name="example"),
]
