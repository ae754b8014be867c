"""The clocks of one case, or of a page of them. Worked out each time; nothing is read but the log."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db.models import QuerySet

from offices import Office
from putright.cases.models import Case, Event
from putright.codes.rules import Row, Rows
from putright.people.queries import office as office_in_use

from .models import Notice
from .promises import Clock, Counting, countings, work_out
from .runs import Happened


def for_case(case: Case, at: datetime, *, office: Office | None = None) -> tuple[Clock, ...]:
    """Every clock there has been on the case, by promise and then in order. One query; two without `office`."""
    return for_cases([case], at, office=office)[case.pk]


def of_log(log: Iterable[Event], case: Case, at: datetime, *, office: Office | None = None) -> tuple[Clock, ...]:
    """The same, from a log already read. No query; one without `office`."""
    happened = [Happened(event.verb, event.at, event.facts) for event in log]
    return work_out(happened, office or office_in_use(), at, received_at=case.received_at)


def for_cases(cases: Iterable[Case], at: datetime, *, office: Office | None = None) -> dict[int, tuple[Clock, ...]]:
    """The clocks of many cases by primary key: one query for all, and one more without `office`."""
    office = office or office_in_use()
    shown = list(cases)
    logs: dict[int, list[Happened]] = {case.pk: [] for case in shown}
    rows = Event.objects.filter(case__in=logs).order_by("case_id", "seq")
    for pk, verb, when, facts in rows.values_list("case_id", "verb", "at", "facts"):
        logs[pk].append(Happened(verb, when, facts))
    return {case.pk: work_out(logs[case.pk], office, at, received_at=case.received_at) for case in shown}


def countings_of(case: Case, at: datetime, *, office: Office | None = None) -> tuple[Counting, ...]:
    """The clocks of one case without their words. One query; two without `office`."""
    rows = Event.objects.filter(case=case).order_by("seq").values_list("verb", "at", "facts")
    return _countings((Happened(*row) for row in rows), case, at, office or office_in_use())


def counting_in(log: Iterable[Event], case: Case, promise: str, at: datetime, *, office: Office) -> Counting | None:
    """The last clock of one promise, from a log already read. No query."""
    happened = (Happened(event.verb, event.at, event.facts) for event in log)
    return next((one for one in reversed(_countings(happened, case, at, office)) if one.made.name == promise), None)


def _countings(happened: Iterable[Happened], case: Case, at: datetime, office: Office) -> tuple[Counting, ...]:
    return tuple(countings(happened, office, at, received_at=case.received_at))


def reasons(listed: Rows, group: str, on: date) -> tuple[Row, ...]:
    """The reasons of one kind that may be chosen that day: `stop`, `extend`, `excuse` or `missed`."""
    return tuple(row for row in listed.in_force(on) if row.parent == group)


def noticed(open_cases: QuerySet[Case], kind: str, at: datetime) -> list[Notice]:
    """The notices of the last four weeks, the newest first, a hundred at most. One query."""
    found = Notice.objects.filter(kind=kind, fell_at__gt=at - timedelta(weeks=4), case__in=open_cases)
    return list(found.select_related("case", "case__assigned_to").order_by("-fell_at", "-pk")[:100])
