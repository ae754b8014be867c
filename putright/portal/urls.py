"""The public's addresses, and the staff's screen of what they name."""

from django.urls import path

from .pages import begun_page, home, kept_list, looking_again, told

app_name = "portal"
urlpatterns = [
    path("", home.start, name="start"),
    path("what-to-expect/", told.expect, name="expect"),
    path("what-we-expect/", told.expected, name="expected"),
    path("our-promises/", told.charter_page, name="charter"),
    path("your-rights/", told.rights, name="rights"),
    path("look-again/", looking_again.about, name="victims"),
    path("look-again/ask/", looking_again.ask, name="look_again"),
    path("help-and-support/", told.support, name="support"),
    path("other-bodies/", told.bodies, name="bodies"),
    path("leaflets/", told.leaflets_page, name="leaflets"),
    path("leaflets/<slug:slug>.pdf", told.leaflet, name="leaflet"),
    path("accessibility/", home.accessibility, name="accessibility"),
    path("privacy/", home.privacy, name="privacy"),
    path("staff/form/", begun_page.form, name="begun"),
    path("staff/services/", kept_list.services, name="services"),
    path("staff/services/add/", kept_list.add, name="add_service"),
    path("staff/services/<slug:slug>/", kept_list.change, name="change_service"),
    path("staff/services/<slug:slug>/check/", kept_list.check, name="check_service"),
    path("staff/services/<slug:slug>/end/", kept_list.end, name="end_service"),
]
