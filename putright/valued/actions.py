"""Asking the team, answering without a name, ending it, and switching it off."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler, Team

from . import queries, rules
from .models import Asking, Switch
from .refusals import AnsweredAlready, NotOpen, NotThatDay


@transaction.atomic
def ask(closes_on: date, *, by: Handler, at: datetime) -> Asking:
    """Ask one's own team until that day. Refuses SwitchedOff, TooFew, OpenAlready, TooSoon, NotThatDay, NotAllowed by role."""
    check(by, "valued.ask")
    today = day_of(at)
    team = Team.objects.select_for_update().get(pk=by.team_id)
    if why := queries.not_now(team, today):
        raise why
    if not rules.last_day_fits(closes_on, today):
        raise NotThatDay
    return Asking.objects.create(team=team, asked_on=today, closes_on=closes_on, by=by)


@transaction.atomic
def answer(asking: Asking, marks: Mapping[str, str], words: str, *, by: Handler, at: datetime) -> None:
    """Add what somebody of the team said to what the others said, and forget it. No event, on purpose.

    Refuses NotOpen after the last day or when switched off, AnsweredAlready, NotAllowed by role."""
    check(by, "valued.answer")
    row = Asking.objects.select_for_update().filter(pk=asking.pk, team=by.team_id, ended_at=None).first()
    if row is None or day_of(at) > row.closes_on or not queries.is_on():
        raise NotOpen
    key = queries.digest(row, by)
    if key in row.taken:
        raise AnsweredAlready
    row.tallies = rules.added(row.tallies, marks)
    row.words = sorted([*row.words, *([words.strip()] if words.strip() else [])])
    row.taken = sorted([*row.taken, key])
    row.save(update_fields=["tallies", "words", "taken"])


@transaction.atomic
def end(asking: Asking, *, by: None = None, at: datetime) -> None:
    """The last day has passed: keep what may be told, and forget the rest for good. Twice changes nothing; early, neither."""
    row = Asking.objects.select_for_update().filter(pk=asking.pk, ended_at=None, closes_on__lt=day_of(at)).first()
    if row is None:
        return
    row.means = {question: rules.mean(of) for question, of in row.tallies.items()}
    row.told = rules.told(row.words)
    row.tallies, row.words, row.taken, row.ended_at = {}, [], [], at
    row.save()


@transaction.atomic
def switch(on: bool, *, by: Handler, at: datetime) -> None:
    """From now on the office asks its team, or does not. Off throws away unread what is open. Twice changes nothing.

    Refuses NotAllowed by role."""
    check(by, "valued.ask")
    if on == queries.is_on():
        return
    Switch.objects.create(on=on, at=at, by=by)
    if not on:
        Asking.objects.filter(ended_at=None).delete()
