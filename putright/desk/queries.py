"""What is waiting, by what falls due first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import DateTimeField, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from offices import Office
from putright.cases import stages
from putright.cases.models import Case
from putright.clocks.models import Hint
from putright.clocks.promises import Clock, next_due
from putright.clocks.queries import for_cases
from putright.people.models import Handler
from putright.people.same import protections

PAGE = 50
SHOWN = ("mine", "free", "team", "outside", "finished")


@dataclass(frozen=True)
class Row:
    """One line of a list: the case and the clock that falls due next, if any runs."""

    case: Case
    clock: Clock | None
    refer_by: datetime | None = None  # a duty to refer to the IOPC is running
    at_risk: bool = False  # they, or somebody who is one with them

    @property
    def binds_at(self) -> datetime | None:
        return self.clock.binds_at if self.clock else None

    def stage(self, language: str) -> str:
        return stages.name(self.case.stage, language)


@dataclass(frozen=True)
class Sheet:
    """Up to fifty lines, and where the next fifty begin (empty at the end)."""

    rows: list[Row]
    after: str


def work(
    open_cases: QuerySet[Case], handler: Handler, shown: str, *, at: datetime, after: str = "", office: Office | None = None
) -> Sheet:
    """One sheet of work, by what falls due first. `open_cases` comes from the door; `after` from the sheet before.

    The stored hint, or the moment of receipt where there is none yet, says which fifty; their clocks are worked out
    afresh, and those say in which order."""
    hint = Subquery(Hint.objects.filter(case=OuterRef("pk")).values("next_due_at")[:1], output_field=DateTimeField())
    cases = _chosen(open_cases, handler, shown).annotate(due=Coalesce(hint, F("received_at")))
    if moment_and_pk := _read(after):
        moment, pk = moment_and_pk
        cases = cases.filter(Q(due__gt=moment) | Q(due=moment, pk__gt=pk))
    found = list(cases.select_related("complainant", "assigned_to").order_by("due", "pk")[: PAGE + 1])
    shown_now = found[:PAGE]
    more = f"{shown_now[-1].due.isoformat()}~{shown_now[-1].pk}" if len(found) > PAGE else ""
    listed = rows(shown_now, at=at, office=office)
    by_due = sorted(listed, key=lambda row: (row.binds_at is None, row.binds_at or row.case.due))
    return Sheet(by_due, more)


def rows(cases: list[Case], *, at: datetime, office: Office | None = None) -> list[Row]:
    """The lines of some cases with their next clocks: two queries however many, one more without the office, and two where
    somebody is one with others."""
    clocks = for_cases(cases, at, office=office) if cases else {}
    kept = protections(case.complainant for case in cases if case.complainant) if cases else {}
    risky = {pk for pk, one in kept.items() if one.at_risk}
    return [
        Row(case, next_due(clocks[case.pk]), refer_by(clocks[case.pk]), case.complainant_id in risky) for case in cases
    ]


def refer_by(clocks: Iterable[Clock]) -> datetime | None:
    """When a referral to the IOPC falls due that nobody has handed over yet, decided or not."""
    return next((clock.due_at for clock in clocks if clock.promise == "iopc-referral" and clock.is_open), None)


def _chosen(cases: QuerySet[Case], handler: Handler, shown: str) -> QuerySet[Case]:
    if shown == "finished":
        return cases.filter(stage__in=stages.FINISHED)
    going = cases.exclude(stage__in=stages.FINISHED)
    if shown == "mine":
        return going.filter(assigned_to=handler)
    if shown == "free":
        return going.filter(assigned_to=None)
    if shown == "outside":
        return going.filter(stage__in=[stages.ALLOCATED, stages.HANDED_OVER])
    return going


def _read(after: str) -> tuple[datetime, int] | None:
    moment, _, pk = after.partition("~")
    try:
        when, number = datetime.fromisoformat(moment), int(pk)
        return (when, number) if when.tzinfo and 0 <= number < 2**63 and 1900 < when.year < 9000 else None
    except ValueError:
        return None
