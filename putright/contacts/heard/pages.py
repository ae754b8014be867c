"""Every leaflet with its short link and its picture to print, and how many people it brought."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from design import qr
from putright.cases import door
from putright.codes.queries import code_list
from putright.law.calendar import day_of

from . import queries

YEAR = timedelta(days=365)


def heard(request: HttpRequest) -> HttpResponse:
    mine, since = door.cases(request), request.at - YEAR
    page = {"ways": queries.ways(mine, day_of(request.at), since), "pages": queries.pages(mine, since)}
    return render(request, "contacts/heard.html", page | {"title": _("How people heard of us")})


def short_link(request: HttpRequest, code: str) -> HttpResponse:
    """One leaflet's link in each language, written out and as a picture, to be printed on it."""
    row = code_list("heard").find(code, day_of(request.at))
    if row is None:
        raise Http404
    links = []
    for language in ("en", "cy"):
        with override(language):
            address = request.build_absolute_uri(reverse("contacts:go", args=[code]))
        links.append((language, address, qr.drawn(address)))
    page = {"title": row.name("cy" if get_language() == "cy" else "en"), "links": links, "back": reverse("contacts:heard")}
    return render(request, "contacts/short_link.html", page)
