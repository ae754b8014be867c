"""Setting a warning aside, making something of it, and marking the day on which something changed."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from putright.people.gates import check
from putright.people.models import Handler

from . import queries
from .models import Annotation, Dismissed
from .refusals import AsideAlready, MarkGone, NoWarning, SayWhat, SayWhy


@dataclass(frozen=True)
class Which:
    """A month of a reason or an area."""

    which: str
    code: str
    begins: date


@transaction.atomic
def dismiss(warning: Which, why: str, *, by: Handler, at: datetime) -> Dismissed:
    """Set a warning aside, with the reason. Refuses NoWarning where none stands, AsideAlready, SayWhy, NotAllowed."""
    check(by, "warnings.dismiss")
    if not why.strip():
        raise SayWhy
    return _settled(warning, why.strip(), "", by, at)


@transaction.atomic
def take_up(warning: Which, title: str, into: str, *, by: Handler, at: datetime) -> Dismissed:
    """A warning became something of a later room (`into`: kind:number): it waits for nobody any more.
    Refuses NoWarning where none stands, AsideAlready, NotAllowed."""
    check(by, "warnings.take_up")
    return _settled(warning, title, into, by, at)


def _settled(warning: Which, why: str, into: str, by: Handler, at: datetime) -> Dismissed:
    """Whoever asks second waits for the first, and is refused."""
    Handler.objects.select_for_update().get(pk=by.pk)
    standing = {one.judged.period.begins for one in queries.of(warning.which, warning.code, at) if one.judged.fired}
    if warning.begins not in standing:
        raise NoWarning
    how = {"why": why, "into": into, "by": by, "at": at}
    row, made = Dismissed.objects.get_or_create(**vars(warning), defaults=how)
    if not made:
        raise AsideAlready
    return row


@dataclass(frozen=True)
class Change:
    """A day and what changed on it. Without `which` it is drawn on every series. `key`: the one source it belongs to."""

    on: date
    label: str
    which: str = ""
    code: str = ""
    key: str = ""


@transaction.atomic
def annotate(change: Change, *, by: Handler, at: datetime) -> Annotation:
    """Mark the day on the drawings. A mark of the same `key` takes the place of the one before. Refuses SayWhat, NotAllowed."""
    check(by, "warnings.annotate")
    if not change.label.strip():
        raise SayWhat
    if change.key:
        Annotation.objects.filter(key=change.key, ended_at=None).update(ended_at=at, ended_by=by)
    return Annotation.objects.create(**vars(change) | {"label": change.label.strip()}, by=by, at=at)


@transaction.atomic
def take_off(pk: int, *, by: Handler, at: datetime) -> None:
    """Take a mark off the drawings that was made by hand; one of another room is that room's. Refuses MarkGone, NotAllowed."""
    check(by, "warnings.annotate")
    if not Annotation.objects.filter(pk=pk, key="", ended_at=None).update(ended_at=at, ended_by=by):
        raise MarkGone
