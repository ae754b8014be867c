"""What was changed of the promises, the calendar and the hours, what a change would do to the open cases, and who must know."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import batched
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

import offices
from offices import Office
from putright.cases.models import Case, Event
from putright.clocks.models import Hint
from putright.clocks.promises import Counting, countings
from putright.clocks.runs import Happened
from putright.people.models import Handler, OfficeInUse
from putright.people.queries import pack

from .models import Amendment
from .refusals import CannotBe

AT_ONCE = 500
NEWS, SHOWN = timedelta(weeks=4), 20  # what a handler is told of on their work page
TOLD = ("sent", "spoke")
PARTS = {"promise": "promises", "day": "days_off", "hours": "hours"}  # kind of change -> as `offices.amending` keeps it


@dataclass(frozen=True)
class Moved:
    """An open clock that falls due on another day: `worse` for the person when they must wait longer."""

    case: Case
    promise: str
    was: datetime
    now: datetime

    @property
    def worse(self) -> bool:
        return self.now > self.was


@dataclass(frozen=True)
class ToTell:
    """A clock that moved, as the log of its case says, and whether somebody has been in touch with the person since."""

    case: Case
    facts: dict[str, Any]
    told: bool

    @property
    def was(self) -> datetime:
        return datetime.fromisoformat(self.facts["was_at"])

    @property
    def now(self) -> datetime:
        return datetime.fromisoformat(self.facts["now_at"])


def every() -> QuerySet[Amendment]:
    """All of them, the newest first, with who asked and who answered."""
    return Amendment.objects.select_related("by", "settled", "settled__by").order_by("-pk")


def waiting() -> QuerySet[Amendment]:
    return every().filter(settled=None)


def agreed() -> QuerySet[Amendment]:
    return Amendment.objects.filter(settled__agreed=True).select_related("settled").order_by("settled__at", "pk")


def text_of(amendments: Iterable[tuple[str, dict[str, object], str]], before: str = "") -> str:
    """What `offices.amending` reads: (kind, row, the day it was agreed), in the order in which they were; and whatever else
    was changed before."""
    rows: dict[str, list[dict[str, object]]] = {part: [] for part in PARTS.values()}
    for kind, content, day in amendments:
        rows[PARTS[kind]].append({**content, "agreed": day})
    return offices.with_parts(before, **rows)


def office_with(kind: str, content: dict[str, object], at: datetime) -> tuple[Office, str]:
    """The office as it would be, and how that is kept. Refuses CannotBe with what does not fit."""
    held = [(one.kind, one.content, one.settled.at.date().isoformat()) for one in agreed()]
    slug, before = OfficeInUse.objects.values_list("slug", "amended").get()
    text = text_of([*held, (kind, content, at.date().isoformat())], before)
    try:
        return pack(slug, text), text
    except offices.OfficeError as wrong:
        raise CannotBe(str(wrong)) from wrong


def moved(before: Office, after: Office, cases: QuerySet[Case], at: datetime) -> Iterator[Moved]:
    """Every open clock of those cases whose date differs. One query for each five hundred cases."""
    hinted = Exists(Hint.objects.filter(case=OuterRef("pk")).exclude(promise=""))
    found = cases.filter(Q(finished_at=None) | hinted).select_related("assigned_to").order_by("pk")
    for some in batched(found.iterator(chunk_size=AT_ONCE), AT_ONCE):
        logs: dict[int, list[Happened]] = {case.pk: [] for case in some}
        rows = Event.objects.filter(case__in=logs).order_by("case_id", "seq")
        for pk, verb, when, facts in rows.values_list("case_id", "verb", "at", "facts"):
            logs[pk].append(Happened(verb, when, facts))
        for case in some:
            yield from _moved(case, logs[case.pk], before, after, at)


def _moved(case: Case, log: list[Happened], before: Office, after: Office, at: datetime) -> Iterator[Moved]:
    was = _dates(countings(log, before, at, received_at=case.received_at))
    now = _dates(countings(log, after, at, received_at=case.received_at))
    for key, due_at in was.items():
        if (other := now.get(key)) and other != due_at:
            yield Moved(case, key[0], due_at, other)


def _dates(found: Iterable[Counting]) -> dict[tuple[str, datetime], datetime]:
    return {
        (one.made.name, one.run.started_at): one.due_at
        for one in found if one.due_at and one.run.is_open and not one.run.excused
    }  # fmt: skip


def news(handler: Handler, cases: QuerySet[Case], at: datetime) -> list[ToTell]:
    """The clocks of this person's own cases that moved in the last four weeks, the newest first: a later day until somebody was
    in touch with the person since, an earlier one until the handler did something on the case. One query."""
    after = Event.objects.filter(case=OuterRef("case"), seq__gt=OuterRef("seq"))
    found = Event.objects.filter(verb="clock_changed", at__gt=at - NEWS, case__assigned_to=handler, case__in=cases)
    told, seen = Exists(after.filter(verb__in=TOLD)), Exists(after.filter(by=handler))
    found = found.annotate(told=told, seen=seen).filter(Q(facts__worse=True, told=False) | Q(facts__worse=False, seen=False))
    return [ToTell(one.case, one.facts, False) for one in found.select_related("case").order_by("-at", "-pk")[:SHOWN]]


def to_tell(amendment: Amendment, cases: QuerySet[Case]) -> list[ToTell]:
    """The clocks it moved, of cases open to whoever asks. One query. Told: we wrote or spoke to them since."""
    since = Event.objects.filter(case=OuterRef("case"), verb__in=TOLD, seq__gt=OuterRef("seq"))
    found = (
        Event.objects.filter(verb="clock_changed", facts__change=amendment.pk, case__in=cases)
        .select_related("case", "case__assigned_to").annotate(told=Exists(since)).order_by("case__received_at", "case_id", "seq")
    )  # fmt: skip
    return [ToTell(event.case, event.facts, event.told) for event in found]
