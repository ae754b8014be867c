"""Telling us, and what the reader does about it. Nothing is written outside this room."""

from dataclasses import asdict
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from putright.cases import references
from putright.law.calendar import day_of
from putright.people.gates import NotAllowed, check
from putright.people.models import Handler

from . import queries
from .models import Days, Sealed, Step
from .refusals import Answered, CameLater, NobodyReads, NoneLeftToRead, NothingSaid, TooManyDays
from .rules import ACKNOWLEDGED, ANSWERED, MOST, NOTED, TOLD, Told

TRIES = 5


def tell(told: Told, key: UUID, *, by: Handler | None, at: datetime) -> Sealed:
    """Somebody complains about us; `by` is None when they sent it themselves.

    The same key again changes nothing and gives what it made.
    Refuses NothingSaid; NobodyReads where no reader has a log-in, NoneLeftToRead where it names every one of them;
    CameLater."""
    if not told.words.strip():
        raise NothingSaid
    if not queries.readers():
        raise NobodyReads
    if not queries.who_may_read((told.words, told.wants), told.who):
        raise NoneLeftToRead
    if told.came_on and told.came_on > day_of(at):
        raise CameLater
    for left in range(TRIES, 0, -1):
        try:
            with transaction.atomic():
                return _written(told, key, by=by, at=at)
        except IntegrityError:  # sent twice at once, or a reference that another has
            if left == 1:
                raise
    raise AssertionError("unreachable: the last try returns or raises")


def _written(told: Told, key: UUID, *, by: Handler | None, at: datetime) -> Sealed:
    if again := Sealed.objects.filter(key=key).first():
        return again
    made = Sealed.objects.create(key=key, reference=f"MO{references.make()[2:]}", at=at, **asdict(told))
    Step.objects.create(sealed=made, verb=TOLD, at=at, by=by)
    return made


@transaction.atomic
def enter(told: Told, key: UUID, *, by: Handler, at: datetime) -> Sealed:
    """One that came by post or by telephone, written down by the one who reads them. Refuses what `tell` does, NotAllowed."""
    check(by, "about_us.read")
    if not queries.may_read(by):
        raise NotAllowed("about_us.read")
    return tell(told, key, by=by, at=at)


@transaction.atomic
def they_were_told(sealed: Sealed, *, by: None = None, at: datetime) -> None:
    """Our e-mail that we have it went. Twice changes nothing."""
    held = Sealed.objects.select_for_update().get(pk=sealed.pk)
    if held.acknowledged_at is None:
        Sealed.objects.filter(pk=held.pk).update(acknowledged_at=at)
        Step.objects.create(sealed=held, verb=ACKNOWLEDGED, at=at, by=by)


def _held(sealed: Sealed, by: Handler) -> Sealed:
    """The row, held; refused (NotAllowed) to whoever may not know of it."""
    try:
        queries.one(by, sealed.reference)
    except queries.NoSuchComplaint:
        raise NotAllowed("about_us.read") from None
    return Sealed.objects.select_for_update().get(pk=sealed.pk)


@transaction.atomic
def acknowledge(sealed: Sealed, *, by: Handler, at: datetime) -> None:
    """We told them that we have it. Twice changes nothing. Refuses NotAllowed."""
    check(by, "about_us.read")
    held = _held(sealed, by)
    if held.acknowledged_at is None:
        Sealed.objects.filter(pk=held.pk).update(acknowledged_at=at)
        Step.objects.create(sealed=held, verb=ACKNOWLEDGED, at=at, by=by)


@transaction.atomic
def note(sealed: Sealed, words: str, *, by: Handler, at: datetime) -> None:
    """Write down what was found or done. Refuses NothingSaid, NotAllowed."""
    check(by, "about_us.read")
    held = _held(sealed, by)
    if not words.strip():
        raise NothingSaid
    Step.objects.create(sealed=held, verb=NOTED, words=words, at=at, by=by)


@transaction.atomic
def answer(sealed: Sealed, came_of: str, words: str, *, by: Handler, at: datetime) -> None:
    """They have their answer, in these words. Refuses Answered, NotAllowed."""
    check(by, "about_us.read")
    held = _held(sealed, by)
    if held.answered_at is not None:
        raise Answered
    Sealed.objects.filter(pk=held.pk).update(
        answered_at=at, came_of=came_of, acknowledged_at=held.acknowledged_at or at
    )
    Step.objects.create(sealed=held, verb=ANSWERED, words=words, at=at, by=by)


@transaction.atomic
def allow(acknowledge: int, answer: int, since: date, why: str, *, by: Handler, at: datetime) -> Days:
    """From that day so many working days are allowed. Refuses TooManyDays, NotAllowed by role and team."""
    check(by, "about_us.read")
    if not queries.may_read(by):
        raise NotAllowed("about_us.read")
    if not 1 <= acknowledge < answer <= MOST:
        raise TooManyDays
    return Days.objects.create(acknowledge=acknowledge, answer=answer, since=since, why=why, at=at, by=by)
