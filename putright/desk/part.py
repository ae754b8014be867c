"""How much of a case somebody sees. A local supervisor was given one thing to put right: what was said, how the person may be
reached safely, what is asked of them and what they did themselves. Not the notes, the allegations, who else is named, the
letters, nor what the team found."""

from collections.abc import Iterable

from django.http import HttpRequest

from putright.alike.queries import told
from putright.allocation import panel as allocation
from putright.cases import door
from putright.cases.models import Event
from putright.contacts import panel as contacts
from putright.documents import panel as documents
from putright.people import gates

THEIRS = (contacts, documents, allocation)
SAID = ("received", "joined")  # their words stand in the panel of contacts, which everybody sees


def whole(request: HttpRequest) -> bool:
    return gates.can(request.handler, "cases.look_whole")


def log_for(request: HttpRequest, log: Iterable[Event]) -> list[Event]:
    """The log without what names a case closed to them; or only what was said and what they did themselves."""
    if whole(request):
        return told(door.cases(request), log)
    own, asked = request.handler, request.handler.team.slug
    return [
        event for event in log
        if event.verb in SAID or event.by_id == own.pk or event.verb == "allocated" and event.facts.get("team") == asked
    ]  # fmt: skip
