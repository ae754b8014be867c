"""Beginning a week, writing down one's own day, and ending it. No case changes."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction

from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler, Team

from . import queries, rules
from .models import Day, Week
from .refusals import NoHeadings, NotAsked, NotOpen, NotThatWeek, TooLong


@transaction.atomic
def begin(first_day: date, *, by: Handler, at: datetime) -> Week:
    """Ask the handlers of the front to write down the week that begins on that Monday.

    Refuses OpenAlready, TooFew, NotThatWeek, NoHeadings, NotAllowed by role."""
    check(by, "days.begin")
    Team.objects.select_for_update().get(pk=by.team_id)  # two who begin one at once
    if why := queries.not_now():
        raise why
    if first_day not in rules.mondays(day_of(at)) or Week.objects.filter(first_day=first_day).exists():
        raise NotThatWeek
    headings = queries.headings(first_day)
    if {one.contacts for one in headings} != {True, False}:
        raise NoHeadings
    return Week.objects.create(first_day=first_day, headings=[asdict(one) for one in headings], by=by, at=at)


@transaction.atomic
def write(week: Week, on: date, minutes: Mapping[str, int], *, by: Handler, at: datetime) -> None:
    """One's own day, in place of what one wrote of it before; with no minutes it is as if never written. No event, on purpose:
    nobody is to see who wrote when.

    Refuses NotOpen outside the week, ahead of the day or when the week has ended; TooLong; NotAsked; NotAllowed by role."""
    check(by, "days.write")
    if not queries.is_asked(by):
        raise NotAsked
    row = Week.objects.select_for_update().filter(pk=week.pk, open=True).first()
    if row is None or on not in rules.days_of(row.first_day) or not on <= day_of(at) < row.first_day + rules.WEEK:
        raise NotOpen
    known = {one.code for one in queries.of(row)}
    given = {code: number for code, number in minutes.items() if number > 0 and code in known}
    if sum(given.values()) > rules.LONGEST:
        raise TooLong
    if given:
        Day.objects.update_or_create(week=row, handler=by, on=on, defaults={"minutes": given})
    else:
        Day.objects.filter(week=row, handler=by, on=on).delete()


@transaction.atomic
def end(week: Week, *, by: None = None, at: datetime) -> None:
    """The week is over: keep what may be told, and forget every day for good. Twice changes nothing; early, neither."""
    row = Week.objects.select_for_update().filter(pk=week.pk, open=True, first_day__lte=day_of(at) - rules.WEEK).first()
    if row is None:
        return
    days = list(row.days.values_list("handler_id", "minutes"))
    row.told = rules.told(days, queries.of(row), queries.asked().count()).plain
    row.days.all().delete()
    row.open, row.ended_at = False, at
    row.save(update_fields=["told", "open", "ended_at"])
