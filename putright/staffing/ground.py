"""What both answers stand on: the numbers in force, the week of calls that is expected, and how sure that is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.utils.translation import get_language

from offices import Office
from putright.contacts.opening import DAYS
from putright.law.calendar import day_of

from . import marks, queries
from .marks import Given
from .rules import arrivals
from .rules.arrivals import Model, Past, TooLittle, Tried
from .rules.erlang import Target
from .rules.rota import Half, Hours, Phone, average, flat_week, outside, week_of
from .rules.shrinkage import Kind, Week

AHEAD = 4  # weeks whose average is planned for
NINE_TO_FIVE, EIGHT_TO_EIGHT = Hours(18, 34), Hours(16, 40)
SEEN = 0.01  # of all calls: from here on those outside the hours are known, not assumed


@dataclass(frozen=True)
class Ground:
    numbers: Mapping[str, Given]
    calls: Mapping[Half, float]
    hours: Hours  # the office's own
    past: Past | None
    model: Model | None
    tried: Tried | None

    def __getitem__(self, name: str) -> float:
        return self.numbers[name].value

    @property
    def phone(self) -> Phone:
        target = Target(self["level"] / 100, self["within"], self["lost"] / 100)
        return Phone(self["seconds"], self["patience"], target)

    @property
    def week(self) -> Week:
        return Week(self["hours"], self["shrinkage"] / 100)

    @property
    def waiting(self) -> list[Kind]:
        """Work that can wait; a chat cannot for long, but one person has several."""
        return [
            Kind("email", self["email_week"], self["email_minutes"]),
            Kind("letter", self["letter_week"], self["letter_minutes"]),
            Kind("chat", self["chat_week"], self["chat_minutes"], self["at_once"]),
        ]

    def assumes_evening(self, hours: Hours) -> bool:
        """Are there half-hours of which nothing is known?"""
        return set(hours.halves()) > set(self.hours.halves()) and (
            outside(self.calls, self.hours) < SEEN * sum(self.calls.values())
        )

    def within(self, hours: Hours) -> dict[Half, float]:
        """Calls of a week while it is open. Where nobody could ring before, the assumed share, evenly."""
        found = {half: self.calls.get(half, 0.0) for half in hours.halves()}
        if self.assumes_evening(hours):
            new = [half for half in found if half not in set(self.hours.halves())]
            inside = sum(self.calls.get(half, 0.0) for half in self.hours.halves())
            found |= dict.fromkeys(new, inside * self["evening"] / 100 / len(new))
        return found

    def season(self, month: date, at: datetime) -> float:
        """How many more are expected in that month than now."""
        if self.model is None:
            return 1.0
        now, then = day_of(at), month + timedelta(days=14)
        months, grown = self.model.months, 1.0
        for opened, factor in self.model.doors:
            grown *= factor if now + timedelta(weeks=AHEAD) < opened <= then else 1.0
        return grown * months.get(then.month, 1.0) / months.get(now.month, 1.0)


def office_hours(office: Office, on: date) -> Hours:
    """The pack's hours as one opening and closing on days from Monday; nine to five where it has none."""
    rows = office.hours(on)
    if not rows:
        return NINE_TO_FIVE
    opens, closes = min(_half(row.opens) for row in rows), max(_half(row.closes) for row in rows)
    return Hours(opens, closes, 1 + max(DAYS.index(day) for row in rows for day in row.days))


def _half(moment: time) -> int:
    return moment.hour * 2 + moment.minute // 30


def stand(office: Office, tried: Mapping[str, float], at: datetime) -> Ground:
    """Everything known today, with what somebody tries out on top. Eight queries."""
    past, doors, said = queries.past(office, at), queries.doors(), queries.said(at)
    factors = [(one.opened, 1 + float(one.more) / 100) for one in doors]
    holidays = marks.in_force(said, {}, tried)["holidays"].value / 100
    model = _or_none(lambda: arrivals.learn(past, factors, on_holidays=holidays)) if past else None
    shown = _or_none(lambda: arrivals.tried(past, factors, on_holidays=holidays)) if past else None
    hours = office_hours(office, day_of(at))
    week = coming(model, at) if model else {}
    measured = queries.measured(at) | ({"calls": float(round(sum(week.values())))} if model else {})
    pack = marks.packed(office, day_of(at), get_language() or "en")
    numbers = marks.in_force(said, measured, tried, pack)
    grown, calls = 1 + numbers["growth"].value / 100, numbers["calls"].value
    known = sum(week.values())
    base = {half: number * calls / known for half, number in week.items()} if known else flat_week(calls, hours)
    calls_of = {half: number * grown for half, number in base.items()}
    return Ground(numbers, calls_of, hours, past, model, shown)


def _or_none[T](act: Callable[[], T]) -> T | None:
    try:
        return act()
    except TooLittle:
        return None


def coming(model: Model, at: datetime) -> dict[Half, float]:
    """An ordinary week of the next four: a bank holiday counts as the weekday it falls on, for it needs no fewer staff
    on the others."""
    plain = replace(model, holidays=frozenset())
    monday = day_of(at) + timedelta(days=7 - day_of(at).weekday())
    return average([week_of(plain, monday + timedelta(weeks=step)) for step in range(AHEAD)])
