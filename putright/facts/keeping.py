"""Counting what is to be kept. Whoever does holds the one row of `Keeping`: a count that began earlier never overwrites a
later one. Each may be done again at any time and changes nothing that anybody is shown."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import connection, transaction

from offices import Office
from putright.cases.models import Case
from putright.codes.queries import with_reasons
from putright.contacts.models import Contact
from putright.law.calendar import day_of

from . import fallen, kept, marks, sentries
from .measures import MEASURES
from .models import Fell, Keeping, Kept, Mark, Reached
from .months import Month
from .sentries import CASE
from .sources import Scope

EVERY_CASE = "INSERT INTO facts_mark (what, number) SELECT 'case', id FROM cases_case WHERE NOT imported"


def hold() -> Keeping:
    """The row that only one may hold at a time; made when there is none."""
    Keeping.objects.get_or_create(pk=1)
    return Keeping.objects.select_for_update().get(pk=1)


def scope_of(on: date, office: Office, at: datetime) -> Scope:
    """As the month of that day is asked for: by the codes as they were on its last day."""
    month = Month.of(on)
    return Scope(month, with_reasons(office, month.last_day), at)


def began(office: Office) -> bool:
    """Whether the triggers stand and cases are read by the promises of today. Two queries."""
    made = Keeping.objects.first()
    return made is not None and made.basis == fallen.basis(office) and sentries.stand(connection)


@transaction.atomic
def begin(office: Office, at: datetime) -> None:
    """Put up the triggers and forget everything kept: each case waits to be read, each day to be counted."""
    keeping = hold()
    if not sentries.stand(connection):
        sentries.post(connection)
    for table in (Fell, Reached, Kept, Mark):
        table.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute(EVERY_CASE)
    keeping.basis, keeping.at = fallen.basis(office), at
    keeping.save()


@transaction.atomic
def keep_days(days: Iterable[date], office: Office, at: datetime) -> None:
    """Count those days from their rows and keep what was counted. One query to count each, one to keep it."""
    hold()
    _keep(days, office, at)


def _keep(days: Iterable[date], office: Office, at: datetime) -> None:
    known: dict[Month, tuple[Scope, str]] = {}
    for on in sorted(days):
        month = Month.of(on)
        if month not in known:
            scope = scope_of(on, office, at)
            known[month] = scope, kept.basis(scope, MEASURES)
        scope, basis = known[month]
        made = {"basis": basis, "counts": kept.day(scope, on, MEASURES)}
        Kept.objects.update_or_create(on=on, defaults=made)


@transaction.atomic
def take_marks(office: Office, at: datetime, limit: int = 2000) -> int:
    """Count again the kept days that some marks stand for, and take those marks away. How many were taken."""
    hold()
    taken = list(marks.of_days().order_by("pk").values_list("pk", flat=True)[:limit])
    touched = marks.days(Mark.objects.filter(pk__in=taken))
    _keep(Kept.objects.filter(on__in=touched).values_list("on", flat=True), office, at)
    Mark.objects.filter(pk__in=taken).delete()
    return len(taken)


@transaction.atomic
def read_cases(office: Office, at: datetime, limit: int = 500) -> int:
    """Read again some of the marked cases. How many marks were taken away."""
    keeping = hold()
    taken = dict(Mark.objects.filter(what=CASE).order_by("pk").values_list("pk", "number")[:limit])
    if not taken:
        return 0
    files = set(taken.values())
    found = fallen.read(Case.objects.filter(pk__in=files), office, at)
    for table in (Fell, Reached):
        table.objects.filter(file__in=files).delete()
    Fell.objects.bulk_create(found.fell)
    Reached.objects.bulk_create(found.reached)
    Mark.objects.filter(pk__in=taken).delete()
    keeping.at = max(keeping.at or at, found.latest)
    keeping.save()
    return len(taken)


def keep_all(office: Office, at: datetime, since: date, until: date) -> None:
    """Everything there is to keep of those days, from the beginning. For `recount --keep`, and for a new house."""
    begin(office, at)
    while read_cases(office, at, limit=5000):
        pass
    month = Month.of(since)
    while month.first <= until:
        keep_days([on for on in month.days if since <= on <= until], office, at)
        month = month.next
    while take_marks(office, at):
        pass


def wanting(at: datetime, back: int) -> list[date]:
    """Past days of so many days back, from that of the first contact on, never counted yet. The newest first."""
    first = Contact.objects.order_by("received_at", "id").values_list("received_at", flat=True).first()
    if first is None:
        return []
    today = day_of(at)
    days = [today - timedelta(days=n) for n in range(1, min(back, (today - day_of(first)).days) + 1)]
    have = set(Kept.objects.filter(on__in=days).values_list("on", flat=True))
    return [on for on in days if on not in have]
