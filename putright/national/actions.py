"""Writing down what is missing, preparing a return, signing it, and noting what was published back."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from putright.cases.actions import locked
from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler

from . import queries, rules
from .fields import FIELDS
from .models import Filled, PublishedBack, Return, Signature, Sourced
from .refusals import (
    AnotherPerson,
    NotByHand,
    NothingRead,
    NotOver,
    NotRecalled,
    NotTheNewest,
    OneOrTheOther,
    SayWhyMissing,
    SignedAlready,
)


@transaction.atomic
def fill(case: Case, field: str, told: rules.Told, *, by: Handler, at: datetime) -> Filled:
    """Write down one field of a case, or why it does not apply. What was written before stays in the log of it.

    Refuses NotByHand for a field the case itself says and must say, OneOrTheOther, NotAllowed."""
    check(by, "national.fill")
    if not FIELDS[field].by_hand:
        raise NotByHand
    value, why_not = told.value.strip(), told.why_not.strip()
    if bool(value) == bool(why_not):
        raise OneOrTheOther
    case = locked(case)
    payload: dict[str, object] = {"value": value, "why_not": why_not}
    write(case, Line("return_filled", at, by, facts={"field": field}, payload=payload))
    return Filled.objects.create(case=case, field=field, value=value, why_not=why_not, at=at, by=by)


@transaction.atomic
def prepare(quarter: rules.Quarter, *, by: Handler, at: datetime) -> Return:
    """Freeze the rows of a quarter with their fingerprint. Refuses NotOver, NotAllowed. It may be prepared again, until it
    is signed and after: each stays as it was."""
    check(by, "national.prepare")
    if day_of(at) < quarter.after:
        raise NotOver
    rows = queries.rows(quarter)
    missing = sum(value == f"[{rules.MISSING}]" for row in rows["cases"] for value in row.values())
    return Return.objects.create(
        year=quarter.year,
        quarter=quarter.number,
        rows=rows,
        fingerprint=rules.fingerprint(rows),
        missing=missing,
        at=at,
        by=by,
    )


@transaction.atomic
def sign(of: Return, missing_why: str = "", *, by: Handler, at: datetime) -> Signature:
    """Stand by a return that somebody else prepared. Refuses AnotherPerson, SayWhyMissing where fields are missing,
    NotTheNewest, SignedAlready, NotAllowed."""
    check(by, "national.sign")
    Handler.objects.select_for_update().get(pk=of.by_id)  # two at once wait for one another here
    if Return.objects.filter(year=of.year, quarter=of.quarter, pk__gt=of.pk).exists():
        raise NotTheNewest
    if of.by_id == by.pk:
        raise AnotherPerson
    if of.missing and not missing_why.strip():
        raise SayWhyMissing
    if Signature.objects.filter(made_for=of).exists():
        raise SignedAlready
    return Signature.objects.create(made_for=of, missing_why=missing_why.strip(), at=at, by=by)


@transaction.atomic
def publish_back(
    of: Return, source: str, read: tuple[Mapping[str, str], list[str]], *, by: Handler, at: datetime
) -> PublishedBack:
    """Keep the figures of somebody else's table beside a return. Refuses NothingRead, NotAllowed."""
    check(by, "national.compare")
    figures, unread = read
    if not figures:
        raise NothingRead
    return PublishedBack.objects.create(made_for=of, source=source, figures=dict(figures), unread=unread, at=at, by=by)


@transaction.atomic
def read_in(which: str, code: str, source: str, *, by: Handler, at: datetime) -> Sourced:
    """Write down where a code known from memory was read; an empty source takes that back. Returns prepared before stay as
    they were. Refuses NotRecalled, NotAllowed."""
    check(by, "national.compare")
    if (which, code) not in {(one.which, one.code) for one in queries.remembered(day_of(at))}:
        raise NotRecalled
    return Sourced.objects.create(which=which, code=code, source=source.strip(), at=at, by=by)
