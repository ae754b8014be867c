"""What staff see of somebody's own page: what waits for them, and nothing of when anybody looked at it."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from putright.cases.models import Case
from putright.law.calendar import day_of
from putright.law.explain import explain, sentences

from .models import Ask, Change
from .words import ASKS, FIELDS, RATINGS, RECORD, WITHDRAW


@dataclass(frozen=True)
class Told:
    """What somebody asked for, in words."""

    ask: Ask
    what: str
    who: str
    words: str
    signed_by: str = ""
    rating: str = ""


def asks(case: Case) -> QuerySet[Ask]:
    """Those that wait, the oldest first. One query."""
    waiting = Ask.objects.filter(held__case=case, done_at=None)
    return waiting.select_related("held__case", "held__person", "event__payload").order_by("pk")


def unchecked(case: Case) -> QuerySet[Change]:
    waiting = Change.objects.filter(held__case=case, done_at=None, ended_at=None)
    return waiting.select_related("held__person", "held__case").order_by("pk")


def told(ask: Ask) -> Told:
    body = ask.event.payload.body
    rating = str(dict(RATINGS).get(ask.rating, ""))
    who = ask.held.person.name or _("No name given")
    return Told(ask, str(ASKS[ask.kind]), who, str(body.get("words", "")), str(body.get("signed_by", "")), rating)


def field(change: Change) -> str:
    return str(FIELDS[change.field])


def ways_on(ask: Ask, case: Case) -> dict[str, object]:
    """Where a handler does what was asked for, and what the law finds of a signed notice that they withdraw."""
    if ask.kind == RECORD:
        return {"to": reverse("recovery:ask_to_record", args=[case.reference]), "to_words": _("Record it"), "found": ()}
    if ask.kind != WITHDRAW:
        return {"to": "", "to_words": "", "found": ()}
    facts = {"signed_withdrawal": "yes", "wishes_to_go_on": "no"}
    found = explain("withdrawal", facts, on=day_of(ask.at))
    return {"to": "", "to_words": "", "found": sentences(found, "cy" if get_language() == "cy" else "en")}
