"""What has been marked as changed, as days of the calendar and as cases."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import QuerySet

from putright.cases.models import Allegation, Case
from putright.contacts.models import Contact
from putright.law.calendar import day_of
from putright.triage.models import Decision

from .models import Mark
from .sentries import ALLEGATION, CASE, CONTACT, DAYS, MOMENT


def of_days() -> QuerySet[Mark]:
    """The marks that stand for days; the rest are for cases whose promises must be read again."""
    return Mark.objects.exclude(what=CASE)


def oldest(among: QuerySet[Mark]) -> int | None:
    return among.order_by("pk").values_list("pk", flat=True).first()


def cases() -> QuerySet:
    """The numbers of cases whose promises must be read again."""
    return Mark.objects.filter(what=CASE).values("number")


def days(among: QuerySet[Mark]) -> set[date]:
    """Every London day on which something marked is counted. One query.

    The case of a mark may count on the days it came and ended and on that of each decision; a contact or an allegation on that of
    its contact or case. What a row was before it changed was marked as a moment of its own."""

    def numbers(what: str) -> QuerySet:
        return among.filter(what=what).values("number")

    found: Iterable[tuple[datetime]] = among.filter(what=MOMENT).values_list("when").union(
        Case.objects.filter(pk__in=numbers(DAYS)).values_list("received_at"),
        Case.objects.filter(pk__in=numbers(DAYS), finished_at__isnull=False).values_list("finished_at"),
        Decision.objects.filter(case__in=numbers(DAYS)).values_list("at"),
        Contact.objects.filter(pk__in=numbers(CONTACT)).values_list("received_at"),
        Allegation.objects.filter(pk__in=numbers(ALLEGATION)).values_list("case__received_at"),
    )  # fmt: skip
    return {day_of(moment) for (moment,) in found}
