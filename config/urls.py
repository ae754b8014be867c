"""Addresses. Each room brings its own; every page carries its language: /en/… or /cy/…"""

from importlib import import_module
from importlib.util import find_spec

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path
from django.utils.translation import get_language

from putright import ROOMS
from putright.contacts.channels.telephone.hook import hook as telephone_hook

from .api import api
from .health import healthz

handler429 = "config.accounts.too_many"


def front(request: HttpRequest) -> HttpResponse:
    """The bare address, to the start page in the reader's language."""
    return redirect("/cy/" if get_language() == "cy" else "/en/")


def urls_of(room: str) -> str | None:
    """The room's addresses, if it has pages."""
    package = "design" if room == "design" else f"putright.{room}"
    return f"{package}.urls" if find_spec(f"{package}.urls") else None


signing_in = [
    path("staff/sign-in/", account.login, name="account_login"),
    path("staff/sign-in/code/", mfa.authenticate, name="mfa_authenticate"),
    path("staff/sign-in/again/", account.reauthenticate, name="account_reauthenticate"),
    path("staff/sign-in/again/code/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("staff/sign-out/", account.logout, name="account_logout"),
]
handler400 = "putright.portal.sorry.not_understood"
handler403 = "putright.portal.sorry.refused"
handler404 = "putright.portal.sorry.not_found"
handler500 = "putright.portal.sorry.broken"
urlpatterns = [
    path("", front, name="front"),
    path("healthz", healthz, name="healthz"),
    path("api/v1/", api.urls),
    path("hooks/telephone/", telephone_hook, name="telephone_hook"),
    *i18n_patterns(
        *signing_in, *[path("", include(import_module(urls))) for room in (*ROOMS, "design") if (urls := urls_of(room))]
    ),
]
