"""The addresses and page values of the little site the components are tried on."""

from types import SimpleNamespace

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpResponse
from django.urls import include, path
from django.utils.translation import get_language

NAMES = {"en": "Complaint Resolution Team", "cy": "Tîm Datrys Cwynion"}


def page(request):
    return {
        "office": SimpleNamespace(name=NAMES.__getitem__),
        "lang": "cy" if get_language() == "cy" else "en",
        "handler": SimpleNamespace(name="Ŵyn Price") if "staff" in request.path else None,
        "demonstration": True,
        "footer_links": [{"text": "Privacy", "href": "/en/privacy/"}],
    }


def sign_out(request):
    return HttpResponse("bye")


urlpatterns = i18n_patterns(
    path("", include("design.urls")),
    path("sign-out/", sign_out, name="account_logout"),
)
