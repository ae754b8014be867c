"""Starting a clock, writing and signing the statement, saying that something is published, and what the Order says. No case
changes.

By the Elected Local Policing Bodies (Specified Information) Order 2011."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler

from . import made, queries, rules
from .duties import duties, held
from .models import InTheOrder, Occasion, Published, Signed, Statement
from .refusals import (
    AnotherPerson,
    BeforeItBegan,
    InTheFuture,
    NoAddress,
    NoSuchQuarter,
    NothingToPublish,
    NotRead,
    NotSigned,
    NotTheNewest,
    NotWhole,
    PublishedAlready,
    SayWhyLate,
    SignedAlready,
    StartedAlready,
)

MOST = 24  # months that a duty may have


@transaction.atomic
def start(duty: str, period: str, began: date, *, by: Handler, at: datetime) -> Occasion:
    """Start the clock of a duty from the day that something happened. Refuses InTheFuture, NoSuchQuarter where the IOPC's
    figures name none, StartedAlready, NotAllowed."""
    check(by, "diary.keep")
    if began > day_of(at):
        raise InTheFuture
    asked = duties()[duty]
    if asked.page == rules.IOPC and rules.quarter_said(period) is None:
        raise NoSuchQuarter
    row = {"began_on": began, "due_on": held(began)[duty].due(began), "at": at, "by": by}
    found, new = Occasion.objects.get_or_create(duty=duty, period=period, defaults=row)
    if not new:
        raise StartedAlready
    return found


@dataclass(frozen=True)
class Read:
    """What the Order says of a duty: `cite` is the provision, `source` where it was read; for clocks from `since` on."""

    duty: str
    months: int
    cite: str
    source: str
    since: date


@transaction.atomic
def read(given: Read, *, by: Handler, at: datetime) -> InTheOrder:
    """Keep what somebody read in the Order; clocks that began before stay as they are. Refuses NotRead, NotAllowed."""
    check(by, "diary.keep")
    if given.duty not in duties() or not (1 <= given.months <= MOST and given.cite.strip() and given.source.strip()):
        raise NotRead
    row = {"months": given.months, "cite": given.cite.strip(), "source": given.source.strip(), "since": given.since}
    return InTheOrder.objects.create(duty=given.duty, **row, at=at, by=by)


@transaction.atomic
def write(of: Occasion, texts: Mapping[str, Mapping[str, str]], *, by: Handler, at: datetime) -> Statement:
    """Keep what was written of a year's complaints handling; what was there before stays. Refuses PublishedAlready,
    NotWhole, NotAllowed."""
    check(by, "diary.keep")
    if queries.published(of):
        raise PublishedAlready
    if rules.lacking(texts):
        raise NotWhole
    said = {one: {part: texts[one].get(part, "").strip() for part in rules.PARTS} for one in rules.LANGUAGES}
    return Statement.objects.create(occasion=of, texts=said, at=at, by=by)


@transaction.atomic
def sign(statement: Statement | None, *, by: Handler, at: datetime) -> Signed:
    """Stand by a statement that somebody else wrote. Refuses NotTheNewest, AnotherPerson, SignedAlready, NotAllowed."""
    check(by, "diary.sign")
    if statement is None or queries.statement(statement.occasion) != statement:
        raise NotTheNewest
    if statement.by_id == by.pk:
        raise AnotherPerson
    row, new = Signed.objects.get_or_create(statement=statement, defaults={"at": at, "by": by})
    if not new:
        raise SignedAlready
    return row


@dataclass(frozen=True)
class Where:
    """When and where it was published; `late_why` in both languages where it was late."""

    on: date
    address: str = ""
    late_why: Mapping[str, str] = field(default_factory=dict)


@transaction.atomic
def publish(of: Occasion, where: Where, *, by: Handler, at: datetime) -> Published:
    """Publish a page of ours today, or say where else it was published and when. Refuses PublishedAlready, InTheFuture,
    BeforeItBegan, SayWhyLate, NoAddress, NothingToPublish, NotSigned, NotAllowed."""
    check(by, "diary.keep")
    kind = duties()[of.duty].page
    on = where.on if kind == rules.ADDRESS else day_of(at)
    _refuse_day(of, on, where.late_why, day_of(at))
    page = _page_of(of, kind, where.address)
    why = {one: words.strip() for one, words in where.late_why.items()} if of.due_on < on else {}
    row = {"on": on, "address": where.address if kind == rules.ADDRESS else "", "page": page, "late_why": why}
    found, new = Published.objects.get_or_create(occasion=of, defaults={**row, "at": at, "by": by})
    if not new:
        raise PublishedAlready
    return found


def _refuse_day(of: Occasion, on: date, late_why: Mapping[str, str], today: date) -> None:
    if on > today:
        raise InTheFuture
    if on < of.began_on:
        raise BeforeItBegan
    if of.due_on < on and not all(late_why.get(one, "").strip() for one in rules.LANGUAGES):
        raise SayWhyLate


def _page_of(of: Occasion, kind: str, address: str) -> dict[str, object]:
    """What the page is made of, as it stands now."""
    if kind == rules.ADDRESS:
        if not address.startswith("https://"):
            raise NoAddress
        return {}
    if kind == rules.IOPC:
        if not (found := made.iopc(of.period)):
            raise NothingToPublish
        return found
    newest = queries.statement(of)
    if newest is None or not hasattr(newest, "signed"):
        raise NotSigned
    return {"texts": newest.texts, "figures": made.year(of.period), "written": newest.pk}
