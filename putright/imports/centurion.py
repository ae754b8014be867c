"""What the force's complaints system says of cases that were handed over: read, matched by our reference, and suggested.

Nothing of a case changes here. Whoever has it sees the suggestion beside the hand-over, and writes it down or does not."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from putright.cases import stages
from putright.cases.models import Case
from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler

from .columns import folded
from .days import DAY_FIRST, read
from .models import Returned
from .reading import Row
from .refusals import OtherLayout
from .sheets import table

LAYOUT = Path(__file__).parent / "centurion.toml"
HANDED = {stages.HANDED_OVER, stages.OUTCOME_KNOWN, stages.CLOSED}
WRONG = {
    "no_reference": _("The row has no reference of ours."),
    "no_case": _("There is no case with that reference that you can open."),
    "not_handed": _("The case was not handed over, so nothing can come back for it."),
    "nothing_said": _("The row says neither their reference nor a result."),
    "unreadable": _("The row cannot be read: it has more cells than there are headings."),
}


@dataclass
class Came:
    """Every row of the file: suggested for a case, or listed with the reason why not."""

    rows: int = 0
    suggested: list[Returned] = field(default_factory=list)
    listed: list[tuple[int, str, str]] = field(default_factory=list)  # row, reference, reason

    def reasons(self) -> list[tuple[int, str, str]]:
        return [(number, reference, str(WRONG[code])) for number, reference, code in self.listed]


@lru_cache
def headings() -> dict[str, list[str]]:
    return tomllib.loads(LAYOUT.read_text(encoding="utf-8"))


def columns(names: Iterable[str]) -> dict[str, str]:
    """Our word for a column to its heading. Refuses OtherLayout without our reference, and with nothing to suggest."""
    known = {folded(name): name for name in names}
    found = {ours: known[one] for ours, each in headings().items() for one in reversed(each) if one in known}
    if "our_reference" not in found:
        raise OtherLayout([headings()["our_reference"][0]])
    if not {"their_reference", "result"} & found.keys():
        raise OtherLayout([headings()["their_reference"][0], headings()["result"][0]])
    return found


@transaction.atomic
def suggest(name: str, content: bytes, open_cases: QuerySet[Case], *, by: Handler, at: datetime) -> Came:
    """Keep what the file says of each case that is open to whoever gives it, in place of what an earlier file said.

    Changes no case. Refuses by role, OtherLayout, and what sheets.table refuses."""
    check(by, "imports.load")
    found, came = table(content), Came()
    named = columns(found.names)
    for row in found.rows:
        came.rows += 1
        _row(row, named, came, open_cases, Returned(name=name[:200], row_number=row.number, by=by, at=at))
    return came


def _row(row: Row, named: dict[str, str], came: Came, open_cases: QuerySet[Case], made: Returned) -> None:
    said = {ours: row.cells.get(heading, "") for ours, heading in named.items()}
    reference = said["our_reference"].strip().upper()
    case = open_cases.filter(reference=reference).first() if reference else None
    made.their_reference, made.result = said.get("their_reference", "")[:60], said.get("result", "")
    finalised = read(said.get("finalised", ""), DAY_FIRST, day_of(made.at)).day
    why = "unreadable" if row.wrong else "" if reference else "no_reference"
    if not why:
        why = "no_case" if case is None else "not_handed" if case.stage not in HANDED else ""
    if not why and not (made.their_reference or made.result):
        why = "nothing_said"
    if why or case is None:
        came.listed.append((row.number, reference[:60], why))
        return
    values = {one: getattr(made, one) for one in ("name", "row_number", "by", "at", "their_reference", "result")}
    kept, _new = Returned.objects.update_or_create(case=case, defaults={**values, "finalised_on": finalised})
    came.suggested.append(kept)


def returned(case: Case) -> Returned | None:
    """What the last file said of a case: one query."""
    return Returned.objects.filter(case=case).first()
