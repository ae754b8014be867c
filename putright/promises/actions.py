"""Asking for a change of a promise, of the calendar or of the hours, agreeing to it, and declining it. Always two people."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from putright.cases.actions import locked
from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.law.promises import STATUTORY
from putright.people.gates import check
from putright.people.models import Handler, OfficeInUse
from putright.people.queries import office

from .models import Amendment, Settled
from .queries import moved, office_with
from .refusals import NotByYourself, SayWhy, SetByLaw, SettledAlready


@dataclass(frozen=True)
class Wanted:
    """`kind`: promise, day or hours. `content`: the row as `offices.amending` reads it."""

    kind: str
    name: str
    content: dict[str, object]
    why: str


@transaction.atomic
def ask(wanted: Wanted, *, by: Handler, at: datetime) -> Amendment:
    """Ask for a change. Nothing changes until a second person agrees.

    Refuses by role; SetByLaw for a promise the law sets; SayWhy; CannotBe where it does not fit with what is there."""
    check(by, "promises.ask")
    if wanted.kind == "promise" and wanted.name in STATUTORY:
        raise SetByLaw
    if not wanted.why.strip():
        raise SayWhy
    office_with(wanted.kind, wanted.content, at)
    return Amendment.objects.create(
        kind=wanted.kind, name=wanted.name, content=wanted.content, why=wanted.why, by=by, at=at
    )


@transaction.atomic
def agree(amendment: Amendment, *, by: Handler, at: datetime) -> int:
    """Make the change. Every open clock it moves has it in the log of its case; returns how many.

    Refuses by role; NotByYourself; SettledAlready; CannotBe where something agreed meanwhile stands in its way."""
    check(by, "promises.agree")
    if amendment.by_id == by.pk:
        raise NotByYourself
    OfficeInUse.objects.select_for_update().get()  # one change at a time
    before = office()
    after, text = office_with(amendment.kind, amendment.content, at)
    _settle(amendment, True, by, at)
    changed = list(moved(before, after, Case.objects.all(), at))
    OfficeInUse.objects.update(amended=text)
    for one in changed:
        facts = {
            "promise": one.promise, "was_at": one.was.isoformat(), "now_at": one.now.isoformat(), "worse": one.worse,
            "change": amendment.pk,
        }  # fmt: skip
        write(locked(one.case), Line("clock_changed", at, by, facts=facts))
    return len(changed)


@transaction.atomic
def decline(amendment: Amendment, *, by: Handler, at: datetime) -> None:
    """Leave everything as it is. Whoever asked may take it back so. Refuses by role; SettledAlready."""
    check(by, "promises.ask" if amendment.by_id == by.pk else "promises.agree")
    _settle(amendment, False, by, at)


def _settle(amendment: Amendment, agreed: bool, by: Handler, at: datetime) -> None:
    try:
        with transaction.atomic():
            Settled.objects.create(amendment=amendment, agreed=agreed, by=by, at=at)
    except IntegrityError:
        raise SettledAlready from None
