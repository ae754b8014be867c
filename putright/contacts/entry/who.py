"""Who is on the line: somebody we know, somebody new, or nobody who says."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from design.typed import cleaned
from putright.cases import door
from putright.cases.models import Case
from putright.people.models import Person
from putright.people.rules import phone_key

from .. import queries, reaching
from .actions import Speaker
from .rules import read_who

LONGEST = 200


@dataclass(frozen=True)
class Chosen:
    """Who was picked from the look-up, and the case to join, if any. `value` is what the page sent and shows again."""

    person: Person | None = None
    case: Case | None = None
    value: str = ""


def chosen(request: HttpRequest) -> Chosen:
    """`known` is "person:ID" or "case:REFERENCE", and counts only for what is open to this handler; else it is nobody."""
    value = cleaned(request.POST.get("known", ""))[:LONGEST]
    kind, _colon, key = value.partition(":")
    cases = door.cases(request).select_related("complainant")
    if kind == "case" and (case := cases.filter(reference=key).first()):
        return Chosen(case.complainant, case, value)
    if kind == "person" and key.isascii() and key.isdigit() and len(key) < 19:
        if case := cases.filter(complainant=int(key)).first():
            return Chosen(case.complainant, None, value)
    return Chosen()


def listed(request: HttpRequest, text: str, picked: Chosen) -> dict[str, object]:
    """What contacts/_people.html shows. Cases named on it are noted at the door; so is one of whoever has none going on."""
    person = picked.person.pk if picked.person else None
    found = queries.look_up(door.cases(request), cleaned(text)[:LONGEST], chosen=person)
    door.seen(request, [case for known in found for case in known.going])
    door.seen(request, [Case(pk=known.last_case) for known in found if known.last_case and not known.going])
    if picked.case:
        door.seen(request, [picked.case])
    return {"found": found, "picked": picked, "said": reaching.said}


def described(given: Mapping[str, Any]) -> dict[str, object]:
    """A person's details from what was typed; empty when nothing was. Nothing typed is dropped."""
    typed = read_who(given["who"])
    details: dict[str, object] = {
        "name": typed.name, "phone": given["phone"] or typed.phone, "postcode": typed.postcode, "email": given["email"],
        "adjustments": given["needs"], "at_risk": bool(given["at_risk"]),
        "safe_contact": dict.fromkeys(given["safe"], True),
    }  # fmt: skip
    return {field: value for field, value in details.items() if value}


def speaker(given: Mapping[str, Any]) -> Speaker | None:
    """Who speaks for them, where a name or a number was typed."""
    details = {"name": given["speaker"], "phone": given["speaker_phone"]}
    told = {field: value for field, value in details.items() if value}
    return Speaker(told, given["speaks_as"]) if told else None


def two_numbers(given: Mapping[str, Any]) -> str:
    """Why what was typed cannot be kept: a different number in each box. Empty when it can."""
    typed = read_who(given["who"]).phone
    if typed and given["phone"] and phone_key(typed) != phone_key(given["phone"]):
        return _("You wrote two different telephone numbers. Keep one here, and put the other in what they say")
    return ""
