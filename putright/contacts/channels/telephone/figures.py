"""How long people waited: by half-hour, by day and by what they chose in the menu. One query for the calls of a period."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import Count, F, Max, Q, Sum

from design.dates import LONDON

from .models import Call, Yardstick
from .rules import ABANDONED, HALF_HOUR, PASSED_ON

LONGEST = 92  # days at once


@dataclass(frozen=True)
class Mark:
    """What answering in time means. `recalled` until somebody here has said it: 90 in 100 within 30 seconds is used for
    many 101 lines, and a call given up within 5 seconds is usually not counted as given up."""

    since: date = date.min
    seconds: int = 30
    percent: int = 90
    short: int = 5
    recalled: bool = True


@dataclass
class Tally:
    """Calls of some time added up. Times are sums of seconds, so that tallies may be added to each other."""

    offered: int = 0
    answered: int = 0
    in_time: int = 0
    abandoned: int = 0
    short: int = 0
    passed_on: int = 0
    waited: int = 0  # by those who were answered
    longest: int = 0
    talked: int = 0
    talks: int = 0
    wrapped: int = 0
    wraps: int = 0

    def add(self, other: "Tally") -> None:
        mine, longest = vars(self), max(self.longest, other.longest)
        for name, value in vars(other).items():
            mine[name] += value
        self.longest = longest

    @property
    def level(self) -> float | None:
        """Per cent of those offered that were answered in time."""
        return 100 * self.in_time / self.offered if self.offered else None

    @property
    def gave_up(self) -> float | None:
        return 100 * self.abandoned / self.offered if self.offered else None

    @property
    def wait(self) -> float | None:
        return self.waited / self.answered if self.answered else None

    @property
    def talk(self) -> float | None:
        return self.talked / self.talks if self.talks else None

    @property
    def wrap_up(self) -> float | None:
        return self.wrapped / self.wraps if self.wraps else None


@dataclass(frozen=True)
class Cell:
    """The calls of one half-hour with one menu option."""

    start: datetime
    option: str
    tally: Tally


def marks() -> list[Mark]:
    """What answering in time meant, the oldest first; the recalled default before anybody said."""
    said = Yardstick.objects.order_by("since")
    return [Mark(), *(Mark(one.since, one.seconds, one.percent, one.short, recalled=False) for one in said)]


def in_force(said: Iterable[Mark], on: date) -> Mark:
    return [one for one in said if one.since <= on][-1]


def begins(day: date) -> datetime:
    """The first moment of a London day. Days are 23 or 25 hours long when the clocks change."""
    return datetime.combine(day, time(0), LONDON).astimezone(UTC)


def cells(first: date, last: date, said: list[Mark]) -> list[Cell]:
    """Every half-hour of those London days in which somebody rang the team, by menu option. One query."""
    in_time, long_enough = by_mark(said, "seconds", "lte"), by_mark(said, "short", "gte")
    answered, given_up = Q(answered_at__isnull=False), Q(outcome=ABANDONED)
    found = Call.objects.filter(half_hour__gte=begins(first), half_hour__lt=begins(last + timedelta(days=1)))
    rows = found.order_by().values("half_hour", "option").annotate(
        offered=Count("pk"),
        answered=Count("pk", filter=answered),
        in_time=Count("pk", filter=answered & in_time),
        abandoned=Count("pk", filter=given_up & long_enough),
        short=Count("pk", filter=given_up & ~long_enough),
        passed_on=Count("pk", filter=Q(outcome=PASSED_ON)),
        waited=Sum("wait", filter=answered), longest=Max("wait"),
        talked=Sum("talk"), talks=Count("talk"), wrapped=Sum("wrap_up"), wraps=Count("wrap_up"),
        menu=F("option"),
    )  # fmt: skip
    made = [
        Cell(row["half_hour"], row["menu"], Tally(**{name: row[name] or 0 for name in vars(Tally())})) for row in rows
    ]
    return sorted(made, key=lambda cell: (cell.start, cell.option))


def by_mark(said: list[Mark], name: str, compare: str) -> Q:
    """Whether a wait is within what was in force in its half-hour."""
    met = Q(pk=None)
    for here, after in zip(said, [*said[1:], None], strict=True):
        within = Q(**{f"wait__{compare}": getattr(here, name)})
        if here.since > date.min:
            within &= Q(half_hour__gte=begins(here.since))
        if after:
            within &= Q(half_hour__lt=begins(after.since))
        met |= within
    return met


def gathered[K](found: Iterable[Cell], by: Callable[[Cell], K]) -> dict[K, Tally]:
    made: dict[K, Tally] = {}
    for cell in found:
        made.setdefault(by(cell), Tally()).add(cell.tally)
    return made


def total(found: Iterable[Cell]) -> Tally:
    return gathered(found, lambda cell: None).get(None, Tally())


def wall(start: datetime) -> str:
    """09:00–09:30, as the clock on the wall in London has it."""
    local = start.astimezone(LONDON).replace(tzinfo=None)
    return f"{local:%H:%M}–{local + HALF_HOUR:%H:%M}"


def clock(start: datetime) -> str:
    """The same; in an hour that comes twice, with which of the two it is."""
    local = start.astimezone(LONDON)
    twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return f"{wall(start)} {local:%Z}" if twice else wall(start)
