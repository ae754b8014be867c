"""Which week is open, one's own days in it, and what is told of those that have ended. Nobody else's day, ever."""

from datetime import date, datetime

from django.db.models import QuerySet

from putright.codes.queries import in_force
from putright.hiding.rules import SMALLEST
from putright.law.calendar import day_of
from putright.people.models import Handler
from putright.people.refusals import Refused
from putright.people.roles import Role

from . import rules
from .models import Day, Week
from .refusals import OpenAlready, TooFew

LIST = "time"
SHOWN = 50


def asked() -> QuerySet[Handler]:
    """Whose days they are: handlers of the front at work here. Supervisors are not in it."""
    return Handler.objects.filter(role=Role.HANDLER, team__kind="front", left_on=None)


def is_asked(handler: Handler) -> bool:
    return handler.role == Role.HANDLER and handler.team.kind == "front"


def headings(on: date) -> list[rules.Heading]:
    """Those a day's time may go to: the last branches of the office's list."""
    rows = in_force(LIST, on)
    groups = {row.parent for row in rows} | {rules.CONTACTS}
    return [rules.Heading(row.code, row.en, row.cy, row.parent == rules.CONTACTS) for row in rows if row.code not in groups]


def of(week: Week) -> list[rules.Heading]:
    return [rules.Heading(**one) for one in week.headings]


def open_week() -> Week | None:
    return Week.objects.filter(open=True).first()


def now(at: datetime) -> Week | None:
    """The week that goes on today."""
    today = day_of(at)
    return Week.objects.filter(open=True, first_day__lte=today, first_day__gt=today - rules.WEEK).first()


def not_now() -> Refused | None:
    """Why no week can be begun. Two queries at most."""
    if open_week():
        return OpenAlready()
    return TooFew() if asked().count() < SMALLEST else None


def mine(week: Week, handler: Handler) -> dict[date, dict[str, int]]:
    """What somebody wrote down themselves. One query."""
    return dict(week.days.filter(handler=handler).values_list("on", "minutes"))


def wrote_today(handler: Handler, at: datetime) -> bool | None:
    """None where nobody is asked today. Two queries at most."""
    week = now(at)
    return None if week is None else Day.objects.filter(week=week, handler=handler, on=day_of(at)).exists()


def ended() -> QuerySet[Week]:
    """The newest first."""
    return Week.objects.filter(open=False).order_by("-first_day")


def told_of(week: Week) -> rules.Told | None:
    """None while it is open."""
    return None if week.open else rules.of_plain(week.told)


def measured(since: date, until: date) -> tuple[Week, rules.Told] | None:
    """The newest week of those days that says how much of the time went to contacts. One query."""
    for week in ended().filter(first_day__gte=since, first_day__lte=until)[:SHOWN]:
        told = rules.of_plain(week.told)
        if told.share is not None:
            return week, told
    return None
