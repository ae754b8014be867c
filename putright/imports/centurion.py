"""What the force's complaints system says of cases that were handed over: read, matched by our reference or theirs, suggested.

Nothing of a case changes here. Whoever has it sees the suggestion beside the hand-over, and writes it down or does not."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, lru_cache

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from putright.cases import stages
from putright.cases.models import Case, Event
from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler

from . import vocabulary
from .columns import folded
from .days import DAY_FIRST, read
from .models import Returned
from .reading import Row
from .refusals import OtherLayout
from .sheets import table

READ = ("our_reference", "their_reference", "result", "finalised")  # of the columns in `vocabulary`
HANDED = {stages.HANDED_OVER, stages.OUTCOME_KNOWN, stages.CLOSED}
WRONG = {
    "no_reference": _("The row has no reference of ours."),
    "no_theirs": _("There is no reference of ours, and no case that you can open was handed over under that number."),
    "several": _("There is no reference of ours, and several cases were handed over under that number."),
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


class Cases:
    """The cases a row may be about: by our reference, or by the number the receipt of a hand-over (or an earlier file) gave."""

    def __init__(self, open_cases: QuerySet[Case]) -> None:
        self.open_cases = open_cases

    def by_ours(self, reference: str) -> tuple[Case | None, str]:
        """(the case, why there is none)"""
        case = self.open_cases.filter(reference=reference).first()
        return case, "" if case else "no_case"

    def by_theirs(self, number: str) -> tuple[Case | None, str]:
        """A number that several cases have is no reason to choose one of them."""
        if not folded(number):
            return None, "no_reference"
        found = self.theirs.get(folded(number), set())
        if len(found) != 1:
            return None, "several" if found else "no_theirs"
        return self.open_cases.filter(pk__in=found).first(), ""

    @cached_property
    def theirs(self) -> dict[str, set[int]]:
        """Their number, folded, to the cases it was given for. Two queries, asked once and only when a row needs it."""
        handed = self.open_cases.filter(stage__in=HANDED)
        receipts = Event.objects.filter(verb="receipt", case__in=handed).values_list("facts__their_reference", "case")
        files = Returned.objects.filter(case__in=handed).values_list("their_reference", "case")
        found: dict[str, set[int]] = defaultdict(set)
        for number, case in (*receipts, *files):
            if plain := folded(str(number or "")):
                found[plain].add(case)
        return found


@lru_cache
def headings() -> dict[str, list[str]]:
    """Ours to every heading it may have."""
    return {one.ours: [folded(said) for said in (*one.also, one.heading)] for one in vocabulary.columns() if one.ours in READ}


def columns(names: Iterable[str]) -> dict[str, str]:
    """Our word for a column to its heading. Refuses OtherLayout without a reference, and with nothing to suggest."""
    known = {folded(name): name for name in names}
    found = {ours: known[one] for ours, each in headings().items() for one in reversed(each) if one in known}
    if not {"our_reference", "their_reference"} & found.keys():
        raise OtherLayout([headings()["our_reference"][0]])
    if not {"their_reference", "result"} & found.keys() or not {"our_reference", "result"} & found.keys():
        raise OtherLayout([headings()["their_reference"][0], headings()["result"][0]])
    return found


@transaction.atomic
def suggest(name: str, content: bytes, open_cases: QuerySet[Case], *, by: Handler, at: datetime) -> Came:
    """Keep what the file says of each case that is open to whoever gives it, in place of what an earlier file said.

    Changes no case. Refuses by role, OtherLayout, and what sheets.table refuses."""
    check(by, "imports.load")
    found, came = table(content), Came()
    named = columns(found.names)
    cases = Cases(open_cases)
    for row in found.rows:
        came.rows += 1
        _row(row, named, came, cases, Returned(name=name[:200], row_number=row.number, by=by, at=at))
    return came


def _row(row: Row, named: dict[str, str], came: Came, cases: Cases, made: Returned) -> None:
    said = {ours: row.cells.get(heading, "") for ours, heading in named.items()}
    reference, theirs = said.get("our_reference", "").strip().upper(), said.get("their_reference", "")
    case, missing = cases.by_ours(reference) if reference else cases.by_theirs(theirs)
    made.their_reference, made.result = said.get("their_reference", "")[:60], said.get("result", "")
    finalised = read(said.get("finalised", ""), DAY_FIRST, day_of(made.at)).day
    why = "unreadable" if row.wrong else missing
    if case and case.stage not in HANDED:
        why = why or "not_handed"
    if not why and not (made.their_reference or made.result):
        why = "nothing_said"
    if why or case is None:
        came.listed.append((row.number, (reference or theirs)[:60], why))
        return
    values = {one: getattr(made, one) for one in ("name", "row_number", "by", "at", "their_reference", "result")}
    kept, _new = Returned.objects.update_or_create(case=case, defaults={**values, "finalised_on": finalised})
    came.suggested.append(kept)


def returned(case: Case) -> Returned | None:
    """What the last file said of a case: one query."""
    return Returned.objects.filter(case=case).first()
