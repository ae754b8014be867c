"""The staff menu: the pages a person may use, and which of them they are on."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from putright.people import gates
from putright.people.models import Handler

ENTRIES = (
    ("desk:work", _("My work")),
    ("contacts:new", _("New contact")),
    ("desk:search", _("Find a case")),
    ("letters:outbox", _("Letters sent")),
    ("reports:month", _("The month")),
    ("contacts:import", _("Load an old log")),
)


def entries(request: HttpRequest, handler: Handler | None) -> list[dict[str, object]]:
    """Nothing for somebody who is not signed in."""
    return list(_allowed(request, handler)) if handler else []


def _allowed(request: HttpRequest, handler: Handler) -> Iterator[dict[str, object]]:
    here = request.resolver_match.view_name if request.resolver_match else ""
    pages = gates.table("PAGES")
    for page, words in ENTRIES:
        verb = str(pages.get(page, ""))
        if verb and gates.can(handler, verb):
            yield {"text": words, "href": reverse(page), "current": page == here}
