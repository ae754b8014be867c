"""Victims of crime in our own cases, to be drawn from as from a loaded list. Whoever may not be asked or may not be rung is not
among them. No writes."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
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
        found.filter(Exists(crimes), complainant__isnull=False)
        .annotate(crime=Subquery(crimes.order_by("pk").values("crime_reference")[:1]), department=Subquery(last))
        .select_related("complainant").order_by("pk")
    )  # fmt: skip


@dataclass
class Found:
    """Cases with what is needed to ring their victims, and of how many victims that could not be, by why. What is not open to
    whoever draws, and what is sealed, is not counted either: a number would tell of it."""

    rows: list[tuple[Case, dict[str, object]]] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


def rows(open_cases: QuerySet[Case], since: date, until: date, *, at: moment) -> Found:
    """Nobody twice; nobody who wants no survey, was asked not long ago, whose representative has shown no consent, or who may
    not be rung."""
    wanted = cases(open_cases, since, until)
    several, found = list(wanted[:MOST]), Found()
    if len(several) == MOST:
        found.left_out[rules.TOO_FAR] = wanted.count() - MOST
    unasked, seen = not_now([case.complainant.pk for case in several], at=at), set[int]()
    for case in several:
        person = case.complainant
        safe = most_protective(Protection({}), [protection(person)]).safe_contact
        why = rules.TWICE if person.pk in seen else unasked.get(person.pk, "") or _unfit(person, safe)
        seen.add(person.pk)
        if why:
            found.left_out[why] += 1
            continue
        found.rows.append((case, {
            "name": person.name, "phone": person.phone, "language": person.language, "crime_reference": case.crime,
            "department": (case.department or "")[:100], "safe": dict(safe),
        }))  # fmt: skip
    found.left_out += Counter()  # without those of which there is none
    return found


def _unfit(person: Person, safe: Mapping[str, object]) -> str:
    speaks = speaks_for(person)
    if person.anonymous or (speaks is not None and not speaks.consent_seen_on):
        return rules.NOT_THEMSELVES
    return rules.NOT_RUNG if safe.get("no_phone") or not person.phone.strip() else ""


def span(since: date, until: date, today: date) -> bool:
    return since <= until <= today and (until - since).days <= rules.LONGEST
