"""The days of a clock on a wall calendar: which counted, which did not, and why. No Django and no database."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from putright.law import calendar
from putright.law.counting import Still
from putright.law.promises import Kind, Reckoned, stood_still
from putright.law.refusals import BeyondCalendar
from putright.law.words import plain_date

from .promises import Counting
from .words import CALENDAR, Said, in_both

LONGEST = 400  # days shown; a clock that stands still for longer is shown no further


@dataclass(frozen=True, slots=True)
class Mark:
    """One day: `kind` is outside, starts, counted, off, still or due; `number` its place in the count."""

    day: date
    kind: str
    number: int = 0
    why: Said | None = None

    def words(self, language: str) -> str:
        said = self.why or in_both(CALENDAR[self.kind])
        return said[language].format(number=self.number)


@dataclass(frozen=True)
class Month:
    """Whole weeks from Monday to Sunday; None where a week reaches into another month."""

    first: date
    weeks: list[list[Mark | None]]

    def name(self, language: str) -> str:
        return plain_date(self.first, language).partition(" ")[2]

    @property
    def left_out(self) -> list[Mark]:
        return [mark for week in self.weeks for mark in week if mark and mark.kind in ("off", "still")]


def months(one: Counting, at: datetime) -> list[Month]:
    """The months from the one it began in to the one it falls due in; while it stands still, to `at`."""
    found = {mark.day: mark for mark in marks(one, at)}
    first, last = min(found).replace(day=1), calendar.add_months(max(found).replace(day=1), 1) - timedelta(days=1)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    shown = [found.get(day, Mark(day, "outside")) for day in days]
    return [
        Month(beginning, _weeks(list(of))) for beginning, of in groupby(shown, key=lambda mark: mark.day.replace(day=1))
    ]


def _weeks(of: list[Mark]) -> list[list[Mark | None]]:
    cells: list[Mark | None] = [*[None] * of[0].day.weekday(), *of]
    cells += [None] * (-len(cells) % 7)
    return [cells[n : n + 7] for n in range(0, len(cells), 7)]


def marks(one: Counting, at: datetime) -> list[Mark]:
    """Every day from the one it began on, which is not counted, to the last."""
    by, due_at = one.worked.by, one.due_at
    began, last = calendar.day_of(by.began), calendar.day_of(due_at or max(at, one.run.started_at))
    found, number = [Mark(began, "starts")], 0
    for ordinal in range(began.toordinal() + 1, min(last.toordinal(), began.toordinal() + LONGEST) + 1):
        day = date.fromordinal(ordinal)
        why = _why_not(by, day, one.run.stills)
        number += why is None
        due = due_at is not None and day == last
        found.append(Mark(day, "due" if due else "counted", number) if why is None else why)
    if due_at is not None and found[-1].day == last and found[-1].kind != "due":
        found[-1] = Mark(last, "due", number)  # due on the day it began: hours of opening
    return found


def _why_not(by: Reckoned, day: date, stills: tuple[Still, ...]) -> Mark | None:
    """The mark of a day that did not count; None for one that did."""
    if day <= by.counted_from():
        return Mark(day, "off", why=in_both(CALENDAR["shut"]))
    if by.period.kind in (Kind.WORKING_DAYS, Kind.HOURS):
        try:
            why = by.working.why_not(day)
        except BeyondCalendar:
            why = None
        if why is not None:
            return Mark(day, "off", why=dict(why))
    return Mark(day, "still") if by.period.kind is not Kind.HOURS and stood_still(day, stills) else None
