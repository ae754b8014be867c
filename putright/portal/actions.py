"""Keeping the list of services, and counting what the charter shows."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler
from putright.people.queries import office
from putright.reports.measures import CATALOGUE
from putright.reports.months import Month
from putright.reports.reckoning import KEPT, MISSED
from putright.reports.sources import Scope

from . import charter, directory
from .models import Counted, Service
from .refusals import NoSuchService


@transaction.atomic
def keep_service(details: Mapping[str, str], ref: str = "", *, by: Handler, at: datetime) -> Service:
    """Add a service, or with `ref` put it in place of that one. It counts as checked that day: somebody here wrote it.

    Refuses NoSuchService, NotAllowed by role."""
    check(by, "portal.keep_services")
    values = {name: details.get(name, "") for name in directory.COLUMNS}
    if ref:
        before = directory.details(ref)
        if not before:
            raise NoSuchService
        values["key"] = before["key"]
        _end(ref, by, at)
    return Service.objects.create(**values, checked_on=day_of(at), since=at, by=by)


@transaction.atomic
def check_service(ref: str, *, by: Handler, at: datetime) -> Service:
    """Say that it was looked at today and is right. Refuses NoSuchService, NotAllowed by role."""
    check(by, "portal.keep_services")
    return keep_service(directory.details(ref), ref, by=by, at=at)


@transaction.atomic
def end_service(ref: str, *, by: Handler, at: datetime) -> None:
    """It is shown no more. Refuses NoSuchService, NotAllowed by role."""
    check(by, "portal.keep_services")
    found = directory.details(ref)
    if not found:
        raise NoSuchService
    if not _end(ref, by, at):
        Service.objects.create(**found, checked_on=day_of(at), since=at, by=by, ended_at=at, ended_by=by)


def _end(ref: str, by: Handler, at: datetime) -> int:
    return Service.objects.filter(pk=int(ref), ended_at=None).update(ended_at=at, ended_by=by) if ref.isdigit() else 0


@transaction.atomic
def count(months: tuple[Month, ...], *, by: None = None, at: datetime) -> None:
    """Count how each promise of the charter was kept in those months, by the measures of the reports room. The row is kept under
    the first of them."""
    here = office()
    kept, missed = Counter[str](), Counter[str]()
    for month in months:
        scope = Scope(month, here, at)
        kept.update(CATALOGUE[KEPT].rows(scope).counts())
        missed.update(CATALOGUE[MISSED].rows(scope).counts())
    for promise in charter.COUNTED:
        values = {"kept": kept.get(promise, 0), "missed": missed.get(promise, 0), "counted_at": at}
        Counted.objects.update_or_create(month=day_of(months[0].start), promise=promise, defaults=values)
