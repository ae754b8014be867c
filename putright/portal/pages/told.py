"""Pages that tell what happens, what to count on, whom to ask besides. Each is words that came or the office's own."""

from datetime import datetime
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from design.dates import moment
from offices import Office
from putright.contacts.channels.web.promised import promised
from putright.law.calendar import day_of
from putright.people.queries import office
from putright.words.queries import held

from .. import charter, directory, leaflets, texts
from ..texts import Text

GUIDES = ("expect", "expected", "charter", "rights", "victims", "support", "bodies", "leaflets")
# The place in the words -> the promise told there. The first two are worked out as if something were sent now.
PLACES = {"first_contact": "first-contact", "refer": "refer", "update": "update", "outcome": "outcome", "reply": "reply",
          "vrr_have": "vrr-acknowledge", "vrr_result": "vrr-complete"}  # fmt: skip
DATED = ("first_contact", "refer")


def spoken() -> str:
    return "cy" if get_language() == "cy" else "en"


def told(request: HttpRequest, name: str, **values: object) -> HttpResponse:
    """One of the guides, with the way back to the start and to the others."""
    request.office = office()
    language = spoken()
    with held():  # one question for all the words of the page
        words = words_of(name, language, request.office, request.at)
        others = [(one, texts.text(one, language, day_of(request.at)).title) for one in GUIDES if one != name]
    page = {
        "title": words.title, "words": words, "name": name, "leaflet": name in leaflets.NAMES,
        "crumbs": [{"text": _("Home"), "href": f"/{language}/"}, {"text": words.title}],
        "guides": [(reverse(f"portal:{one}"), title) for one, title in others],
    }  # fmt: skip
    return render(request, values.pop("template", "portal/told.html"), page | values)


def words_of(name: str, language: str, here: Office, at: datetime) -> Text:
    return texts.text(name, language, day_of(at), promises(here, language, at) if name in texts.WITH_PROMISES else None)


def promises(here: Office, language: str, at: datetime) -> dict[str, str]:
    """The office's promises in sentences; empty where it made none."""
    said = {}
    for place, promise in PLACES.items():
        made = promised(here, promise, language, at=at)
        due = made.due if made and place in DATED else None
        by = _("If you sent it now, that would be by %(moment)s.") % {"moment": moment(due, language)} if due else ""
        said[place] = f"{made.words} {by}".strip() if made else ""
    return said


expect = partial(told, name="expect")
expected = partial(told, name="expected")
rights = partial(told, name="rights")


def charter_page(request: HttpRequest) -> HttpResponse:
    """The promises of today with the figures of the last three months beside each."""
    request.office = office()
    lines = charter.lines(request.office, spoken(), at=request.at)
    return told(
        request, "charter", template="portal/charter.html", lines=lines, month=charter.quarter(request.at)[0].start
    )  # fmt: skip


def support(request: HttpRequest) -> HttpResponse:
    listed = [(need, some) for need, some in directory.by_need(directory.rows(spoken())) if need != directory.BODIES]
    return told(request, "support", template="portal/who_helps.html", listed=listed, needs=directory.NEEDS)


def bodies(request: HttpRequest) -> HttpResponse:
    listed = [(need, some) for need, some in directory.by_need(directory.rows(spoken())) if need == directory.BODIES]
    return told(request, "bodies", template="portal/who_helps.html", listed=listed, needs={})


def leaflets_page(request: HttpRequest) -> HttpResponse:
    with held():
        titles = [(name, texts.text(name, spoken(), day_of(request.at)).title) for name in leaflets.NAMES]
    return told(request, "leaflets", template="portal/leaflets.html", titles=titles)


def leaflet(request: HttpRequest, slug: str) -> HttpResponse:
    """One leaflet as PDF, in the language of the address. No dates in it: paper outlives them."""
    found = leaflets.read(slug)
    if found is None:
        raise Http404
    name, size = found
    here, language = office(), spoken()
    values = {place: _plain(here, promise, language, request.at) for place, promise in PLACES.items()}
    words = texts.text(name, language, day_of(request.at), values)
    contact = here.contact
    foot = (here.name(language), f"{contact.phone}  {contact.email}", contact.address.said(language))
    pdf = leaflets.made(words.title, words.markdown, language, size, foot)
    headers = {"Content-Disposition": f'inline; filename="{slug}-{language}.pdf"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


def _plain(here: Office, promise: str, language: str, at: datetime) -> str:
    made = here.promise(promise, day_of(at))
    return made.words.said(language) if made else ""
