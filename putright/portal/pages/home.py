"""Where people begin, accessibility, privacy."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from putright.contacts.channels.chat import opening as chat
from putright.people.queries import office

from .. import opening


def start(request: HttpRequest) -> HttpResponse:
    request.office = office()
    language = get_language() or "en"
    functions = request.office.functions(request.at.date())
    values = {
        "title": _("Tell us about the police"),
        "hours": opening.lines(request.office, language, at=request.at),
        "ways_in": opening.ways_in(request.office, language, at=request.at),
        "chats": chat.offered(request.office, at=request.at),
        "does": functions.words.said(language) if functions else "",
    }
    return render(request, "portal/start.html", values)


def accessibility(request: HttpRequest) -> HttpResponse:
    request.office = office()
    email = opening.breaking(request.office.contact.email)
    values = {"title": _("Accessibility of this website"), "back": f"/{get_language()}/", "email": email}
    return render(request, "portal/accessibility.html", values)


def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/privacy.html", {"title": _("Your information"), "back": f"/{get_language()}/"})
