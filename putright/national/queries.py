"""Questions of the return; no writes."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import QuerySet

from putright.cases.models import Case
from putright.codes.queries import code_list
from putright.law import calendar
from putright.people.models import Handler

from . import figures, rules
from .fields import FIELDS
from .gathering import Gathered
from .models import PublishedBack, Return, Sourced
from .rules import Known, Quarter

SHOWN = 8  # quarters to choose from
FIELD, LISTS = "field", ("categories", "outcomes", "actions", "factors")


def quarters(at: datetime) -> list[Quarter]:
    """The last two years, the newest first, none of before the scheme."""
    found = [rules.quarter_of(calendar.day_of(at))]
    while len(found) < SHOWN and found[-1].previous.year >= rules.FIRST:
        found.append(found[-1].previous)
    return found


def complaints(quarter: Quarter) -> QuerySet[Case]:
    """Every complaint received in it, whoever may open it: for counting and for the frozen rows. Old logs brought in are not
    among them."""
    since, until = (calendar.at(day, time.min) for day in (quarter.first, quarter.after))
    found = Case.objects.filter(kind="complaint", imported=False, received_at__gte=since, received_at__lt=until)
    return found.select_related("complainant", "assigned_to").order_by("received_at", "pk")


def known(cases: QuerySet[Case]) -> list[Known]:
    return Gathered(cases).known()


@dataclass(frozen=True)
class Fix:
    """A case open to the reader with what is missing on it."""

    case: Case
    missing: list[str]


def fixes(quarter: Quarter, open_cases: QuerySet[Case], field: str = "") -> tuple[dict[Handler | None, list[Fix]], int]:
    """Whose case it is -> what is missing on theirs, of the cases open to the reader; and how many more there are."""
    cases = {case.reference: case for case in complaints(quarter)}
    readable = set(complaints(quarter).filter(pk__in=open_cases).values_list("reference", flat=True))
    found: dict[Handler | None, list[Fix]] = {}
    closed = 0
    for one in Gathered(cases.values()).known():
        lacking = [code for code in rules.missing(FIELDS, one) if not field or code == field]
        if lacking and one.reference in readable:
            found.setdefault(cases[one.reference].assigned_to, []).append(Fix(cases[one.reference], lacking))
        closed += bool(lacking) and one.reference not in readable
    return found, closed


def rows(quarter: Quarter) -> dict[str, Any]:
    """The return as it would be sent now, in the order the cases came."""
    found = known(complaints(quarter))
    return {
        "cases": [rules.case_row(FIELDS, one) for one in found],
        "allegations": [row for one in found for row in rules.allegation_rows(one)],
        "recalled": recalled(quarter),
    }


def recalled(quarter: Quarter) -> list[str]:
    """What is known from memory only and nobody has read since: what goes with a return."""
    read = sources()
    return [one.said for one in remembered(quarter.first) if (one.which, one.code) not in read]


@dataclass(frozen=True)
class Remembered:
    """A field or a code that came from memory. `whole`: a code's name too."""

    which: str
    code: str
    en: str = ""
    cy: str = ""
    whole: bool = False

    @property
    def said(self) -> str:
        what = "the name too" if self.whole else "the code"
        return f"field {self.code}" if self.which == FIELD else f"{self.which} {self.code} {self.en}: {what}"


def remembered(on: date) -> list[Remembered]:
    """Fields of the capture list, and the codes in force on that day, that came from memory."""
    fields = [Remembered(FIELD, code) for code, field in FIELDS.items() if field.recalled]
    return fields + [
        Remembered(which, row.code, row.en, row.cy, row.recalled == "all")
        for which in LISTS for row in code_list(which).in_force(on) if row.recalled
    ]  # fmt: skip


def sources() -> dict[tuple[str, str], Sourced]:
    """Where each was read since, as it was last written down. One query."""
    newest = {(one.which, one.code): one for one in Sourced.objects.select_related("by").order_by("pk")}
    return {key: one for key, one in newest.items() if one.source}


def still_missing(cases: list[Known]) -> int:
    return sum(counts[rules.MISSING] for counts in rules.tally(FIELDS, cases).values())


def returns() -> QuerySet[Return]:
    """The newest first, without their rows."""
    return Return.objects.defer("rows").select_related("by", "signature__by").order_by("-pk")


def one(pk: int) -> Return | None:
    return Return.objects.select_related("by", "signature__by").filter(pk=pk).first()


@dataclass(frozen=True)
class Line:
    """One measure: ours, theirs, and theirs less ours."""

    measure: str
    ours: int | None
    theirs: str
    differs: float | None


def lines(of: Return) -> tuple[PublishedBack | None, list[Line]]:
    """Our figures beside those last published back."""
    back = PublishedBack.objects.filter(made_for=of).select_related("by").order_by("-pk").first()
    theirs = back.figures if back else {}
    found = []
    for measure in figures.MEASURES:
        ours, said = figures.figure(of.rows, measure), theirs.get(measure, "")
        found.append(Line(measure, ours, said, figures.difference(ours, said)))
    return back, found


def cases_behind(of: Return, measure: str, open_cases: QuerySet[Case]) -> tuple[list[Case], int]:
    """The cases a measure is counted over that are open to the reader, with how often each counts, and how many are not."""
    counted = Counter(row["reference"] for row in figures.behind(of.rows, measure))
    found = list(open_cases.filter(reference__in=counted).order_by("received_at", "pk"))
    return found, len(counted) - len(found)
