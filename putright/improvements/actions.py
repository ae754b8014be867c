"""Putting an improvement into the register, changing what is written, and the steps it goes through."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler
from putright.warnings import actions as warnings

from . import queries, rules
from .models import Improvement, Step
from .refusals import NameIt, NotCounted, NotNext, SayWhatHappened, SayWhenMade


@dataclass(frozen=True)
class Given:
    """What is written about an improvement. `hoped`: per cent, below nought for fewer."""

    title: str
    kind: str
    owner: Handler
    due_on: date
    cause: str = ""
    words: str = ""
    benefit: str = ""
    which: str = ""
    code: str = ""
    hoped: int | None = None


@dataclass(frozen=True)
class Begun:
    """Where it came from: one of rules.FROM, and its number; for a warning its series and month."""

    kind: str = ""
    ref: str = ""


@transaction.atomic
def begin(given: Given, came: Begun, *, by: Handler, at: datetime) -> Improvement:
    """Put it into the register, planned. A warning it came from is taken up with it.

    Refuses NameIt, NotCounted, NotAllowed; warnings.NoWarning and AsideAlready for a warning."""
    check(by, "improvements.keep")
    _whole(given)
    made = Improvement.objects.create(
        **vars(given), status=rules.PLANNED, from_kind=came.kind, from_ref=came.ref, at=at, by=by
    )
    if warning := queries.warned(came.kind, came.ref):
        warnings.take_up(warning, made.title, made.key, by=by, at=at)
    _step(made, "", by, at)
    return made


@transaction.atomic
def edit(improvement: Improvement, given: Given, *, by: Handler, at: datetime) -> Improvement:
    """Change what is written about it; its status stays. A change that was made is drawn where it now belongs.
    Refuses NameIt, NotCounted, NotAllowed."""
    check(by, "improvements.keep")
    _whole(given)
    locked = Improvement.objects.select_for_update().get(pk=improvement.pk)
    for name, value in vars(given).items():
        setattr(locked, name, value)
    locked.save()
    _mark(locked, by, at)
    _step(locked, "", by, at)
    return locked


@dataclass(frozen=True)
class Stands:
    """How it stands from now on. `made_on` only where the change is made."""

    status: str
    owner: Handler
    due_on: date
    words: str
    made_on: date | None = None


@transaction.atomic
def step(improvement: Improvement, stands: Stands, *, by: Handler, at: datetime) -> Step:
    """One step on. Made: its day is drawn on the chart of its series. Closed: what is measured that day is kept.

    Refuses NotNext, SayWhatHappened, SayWhenMade, NotAllowed."""
    check(by, "improvements.keep")
    locked = Improvement.objects.select_for_update().get(pk=improvement.pk)
    if stands.status not in rules.NEXT[locked.status]:
        raise NotNext
    if not stands.words.strip():
        raise SayWhatHappened
    if stands.status == rules.MADE:
        if stands.made_on is None or stands.made_on > day_of(at):
            raise SayWhenMade
        locked.changed_on = stands.made_on
    locked.status, locked.owner, locked.due_on = stands.status, stands.owner, stands.due_on
    locked.save()
    if stands.status == rules.MADE:
        _mark(locked, by, at)
    return _step(locked, stands.words.strip(), by, at)


def _whole(given: Given) -> None:
    if not given.title.strip():
        raise NameIt
    if given.hoped and not given.code:
        raise NotCounted


def _mark(improvement: Improvement, by: Handler, at: datetime) -> None:
    """On the drawing of its series, once: a mark of the same improvement takes the place of the one before."""
    if improvement.changed_on and improvement.code:
        series = {"which": improvement.which, "code": improvement.code, "key": improvement.key}
        warnings.annotate(warnings.Change(improvement.changed_on, improvement.title, **series), by=by, at=at)


def _step(improvement: Improvement, words: str, by: Handler, at: datetime) -> Step:
    found = queries.measured(improvement, at) if improvement.status == rules.CLOSED else None
    names = ("status", "owner", "due_on", "changed_on")
    return Step.objects.create(
        improvement=improvement, **{name: getattr(improvement, name) for name in names}, words=words,
        measured=rules.kept(found) if found else None, at=at, by=by,
    )  # fmt: skip
