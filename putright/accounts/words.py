"""An account's history in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from .models import Deed

DONE = {
    "asked": later("Asked for"),
    "declined": later("Not agreed, or taken back"),
    "opened": later("Account opened"),
    "changed": later("Account changed"),
    "linked": later("New joining link"),
    "joined": later("Joined"),
    "left": later("Account closed"),
}
FIELDS = {
    "name": later("name"), "role": later("role"), "team": later("team"), "employer": later("employer"),
    "directed_by": later("direction"), "is_constable": later("constable"), "collar_number": later("collar number"),
    "speaks_welsh": later("Welsh"),
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    at: datetime
    name: str
    what: str
    who: str


def told(lines: Iterable[Deed]) -> list[Told]:
    return [Told(line.at, _whose(line), _what(line), _who(line)) for line in lines]


def _whose(line: Deed) -> str:
    return line.handler.name if line.handler else str(line.facts.get("name", ""))


def _what(line: Deed) -> str:
    changed = [str(words) for field, words in FIELDS.items() if line.verb == "changed" and field in line.facts]
    return f"{DONE[line.verb]}: {', '.join(changed)}" if changed else str(DONE[line.verb])


def _who(line: Deed) -> str:
    if line.by is None:
        return _("On the machine itself")
    if line.asked_by:
        return _("asked by %(one)s, agreed by %(other)s") % {"one": line.asked_by.name, "other": line.by.name}
    return line.by.name
