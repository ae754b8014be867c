"""Victims of crime in our own cases, to be drawn from as from a loaded list. Whoever may not be asked or may not be rung is not
among them. No writes."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from datetime import datetime as moment

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from putright.allocation.models import Allocation
from putright.cases.models import SENSITIVE, Case
from putright.contacts.models import Contact
from putright.invited.queries import not_now
from putright.law import calendar
from putright.people.models import Person
from putright.people.protect import Protection, most_protective
from putright.people.queries import speaks_for
from putright.people.same import protection

from . import rules

MOST = 1000


def cases(open_cases: QuerySet[Case], since: date, until: date) -> QuerySet[Case]:
    """Cases finished in those days in which somebody named a crime, and which are open to whoever draws."""
    start, end = calendar.at(since, time.min), calendar.at(until + timedelta(days=1), time.min)
    crimes = Contact.objects.filter(case=OuterRef("pk")).exclude(crime_reference="")
    last = Allocation.objects.filter(case=OuterRef("pk")).order_by("-pk").values("team__name_en")[:1]
    found = open_cases.filter(finished_at__gte=start, finished_at__lt=end, imported=False, restriction__lt=SENSITIVE)
    return (
        found.filter(Exists(crimes), complainant__isnull=False).exclude(complainant__phone="")
        .annotate(crime=Subquery(crimes.order_by("pk").values("crime_reference")[:1]), department=Subquery(last))
        .select_related("complainant").order_by("pk")
    )  # fmt: skip


def rows(open_cases: QuerySet[Case], since: date, until: date, *, at: moment) -> Iterator[tuple[Case, dict[str, object]]]:
    """Each case with what is needed to ring its victim. Nobody twice; nobody who wants no survey, was asked not long ago, whose
    representative has shown no consent, or who may not be rung."""
    found = list(cases(open_cases, since, until)[:MOST])
    seen = set(not_now([case.complainant.pk for case in found], at=at))  # those who are not asked, and those there already
    for case in found:
        person = case.complainant
        if person.pk in seen or person.anonymous or _no_consent(person):
            continue
        seen.add(person.pk)
        safe = most_protective(Protection({}), [protection(person)]).safe_contact
        if safe.get("no_phone"):
            continue
        yield case, {
            "name": person.name, "phone": person.phone, "language": person.language, "crime_reference": case.crime,
            "department": (case.department or "")[:100], "safe": dict(safe),
        }  # fmt: skip


def _no_consent(person: Person) -> bool:
    speaks = speaks_for(person)
    return speaks is not None and not speaks.consent_seen_on


def span(since: date, until: date, today: date) -> bool:
    return since <= until <= today and (until - since).days <= rules.LONGEST
