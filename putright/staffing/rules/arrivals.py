"""How many will ring in each half-hour, from the office's own past; and how wrong that would have been before.

A day's number is level x weekday x month; a half-hour's, the day times its share. A bank holiday counts as a day of its own
kind. A door that was opened moves the level: only what came since then counts for it, once two weeks are there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

HALVES = 48
WEEK = 7
RECENT, LEAST, HELD, AFTER = 8, 8, 4, 2  # weeks: for the level; to learn from; kept back to try it on; after a door
YEAR = 53  # weeks of history before months are told apart
HOLIDAY = 7  # the kind of a day that is a bank holiday, after 0 to 6 for Monday to Sunday
FEW_HOLIDAYS = 3
STEADY = 60.0  # calls' worth of every day's shape, mixed into one weekday's own


class TooLittle(ValueError):
    """Not enough history. `weeks` there are, `wanted` it takes."""

    def __init__(self, weeks: int, wanted: int) -> None:
        super().__init__(f"{weeks} weeks of history; {wanted} are needed")
        self.weeks, self.wanted = weeks, wanted


@dataclass(frozen=True)
class Past:
    """Every half-hour (day, 0 to 47) with calls, between two days, both in it; a half-hour that is not there had none."""

    counts: Mapping[tuple[date, int], int]
    first: date
    last: date
    holidays: frozenset[date] = frozenset()

    def days(self) -> list[date]:
        return [self.first + timedelta(days=step) for step in range((self.last - self.first).days + 1)]

    @property
    def weeks(self) -> int:
        return len(self.days()) // WEEK

    def until(self, last: date) -> "Past":
        return Past({key: n for key, n in self.counts.items() if key[0] <= last}, self.first, last, self.holidays)

    def by_day(self) -> dict[date, int]:
        made = dict.fromkeys(self.days(), 0)
        for (day, _half), number in self.counts.items():
            made[day] += number
        return made

    def kind(self, day: date) -> int:
        return HOLIDAY if day in self.holidays else day.weekday()


@dataclass(frozen=True)
class Model:
    """What was learned. `kinds` and `months` multiply the level, which is calls a day; `shapes` are shares of a day."""

    level: float
    kinds: Mapping[int, float]
    months: Mapping[int, float]
    shapes: Mapping[int, tuple[float, ...]]
    holidays: frozenset[date]
    doors: tuple[tuple[date, float], ...] = field(default=())  # opening later: day, and what it multiplies by

    def day(self, day: date) -> float:
        kind = HOLIDAY if day in self.holidays else day.weekday()
        grown = 1.0
        for opened, factor in self.doors:
            grown *= factor if day >= opened else 1.0
        return self.level * self.kinds[kind] * self.months.get(day.month, 1.0) * grown

    def half(self, day: date, half: int) -> float:
        return self.day(day) * self.shapes[HOLIDAY if day in self.holidays else day.weekday()][half]


def mean(numbers: Iterable[float]) -> float:
    listed = list(numbers)
    return sum(listed) / len(listed) if listed else 0.0


def learn(past: Past, doors: Iterable[tuple[date, float]] = (), *, on_holidays: float = 0.0) -> Model:
    """`doors`: day and expected factor; those before the last day are in the numbers already and only shorten what the
    level is taken from. `on_holidays`: the share of an average day, where too few were seen. Refuses TooLittle."""
    if past.weeks < LEAST:
        raise TooLittle(past.weeks, LEAST)
    days, doors = past.by_day(), tuple(doors)
    kinds = _kinds(past, days, on_holidays)
    plain = {day: number / kinds[past.kind(day)] for day, number in days.items() if kinds[past.kind(day)]}
    months = _months(plain, past.weeks)
    recent = _recent(past, [day for day, _factor in doors])
    level = mean(plain[day] / months.get(day.month, 1.0) for day in recent if day in plain)
    later = tuple(one for one in doors if one[0] > past.last)
    return Model(level, kinds, months, _shapes(past), past.holidays, later)


def _kinds(past: Past, days: Mapping[date, int], on_holidays: float) -> dict[int, float]:
    """Each kind of day against the average day of an ordinary week. Every week is compared with itself, so that growth is
    not taken for a weekday; a week with a bank holiday tells only of that holiday, against its other days."""
    listed = list(days)
    weeks = [listed[start : start + WEEK] for start in range(0, len(listed) - WEEK + 1, WEEK)]
    shares: dict[int, list[float]] = {kind: [] for kind in range(HOLIDAY)}
    for week in weeks:
        usual = mean(days[day] for day in week)
        for day in week if usual and past.holidays.isdisjoint(week) else ():
            shares[day.weekday()].append(days[day] / usual)
    kinds = {kind: mean(found) for kind, found in shares.items()}
    seen = [share for week in weeks if (share := _holiday(past, days, week, kinds)) is not None]
    return kinds | {HOLIDAY: mean(seen) if len(seen) >= FEW_HOLIDAYS else on_holidays}


def _holiday(past: Past, days: Mapping[date, int], week: list[date], kinds: Mapping[int, float]) -> float | None:
    """What a week's bank holidays had, against what its other days say an average day had."""
    off = [day for day in week if day in past.holidays]
    plain = [day for day in week if day not in past.holidays]
    usual, worth = sum(days[day] for day in plain), sum(kinds[day.weekday()] for day in plain)
    return mean(days[day] for day in off) * worth / usual if off and usual else None


def _months(plain: Mapping[date, float], weeks: int) -> dict[int, float]:
    if weeks < YEAR:
        return {}
    usual = mean(plain.values())
    return {month: mean(n for day, n in plain.items() if day.month == month) / usual for month in range(1, 13)} if usual else {}


def _recent(past: Past, doors: Iterable[date]) -> list[date]:
    start = past.last - timedelta(weeks=RECENT) + timedelta(days=1)
    for opened in doors:
        if opened <= past.last - timedelta(weeks=AFTER) + timedelta(days=1):
            start = max(start, opened)
    return [day for day in past.days() if day >= start]


def _shapes(past: Past) -> dict[int, tuple[float, ...]]:
    """How each kind of day is spread over its half-hours: its own, steadied by all days together where it had few."""
    kinds = {kind: [0.0] * HALVES for kind in range(HOLIDAY + 1)}
    for (day, half), number in past.counts.items():
        kinds[past.kind(day)][half] += number
    every = [sum(column) for column in zip(*kinds.values(), strict=True)]
    usual = [one / (sum(every) or 1) for one in every]
    return {
        kind: tuple((own + STEADY * share) / (sum(mine) + STEADY) for own, share in zip(mine, usual, strict=True))
        for kind, mine in kinds.items()
    }


@dataclass(frozen=True)
class Tried:
    """How far off the forecast of the weeks kept back was, and beside it simply repeating the week before them.
    Each is the sum of what it was off by, as a share of all calls (WAPE)."""

    since: date
    until: date
    calls: int
    halves: float
    halves_repeated: float
    days: float
    days_repeated: float


def tried(past: Past, doors: Iterable[tuple[date, float]] = (), *, on_holidays: float = 0.0) -> Tried:
    """Learn from all but the last four weeks and foretell those. Refuses TooLittle, and weeks without a call."""
    if past.weeks < LEAST + HELD:
        raise TooLittle(past.weeks, LEAST + HELD)
    cut = past.last - timedelta(weeks=HELD)
    model = learn(past.until(cut), doors, on_holidays=on_holidays)
    held = [day for day in past.days() if day > cut]
    before = {day: day - timedelta(weeks=(day - cut).days // WEEK + bool((day - cut).days % WEEK)) for day in held}
    counts, by_day = past.counts, past.by_day()
    calls = sum(by_day[day] for day in held)
    if not calls:
        raise TooLittle(past.weeks, LEAST + HELD)
    slots = [(day, half) for day in held for half in range(HALVES)]
    off = sum(abs(counts.get(slot, 0) - model.half(*slot)) for slot in slots)
    again = sum(abs(counts.get(slot, 0) - counts.get((before[slot[0]], slot[1]), 0)) for slot in slots)
    off_days = sum(abs(by_day[day] - model.day(day)) for day in held)
    again_days = sum(abs(by_day[day] - by_day[before[day]]) for day in held)
    return Tried(held[0], held[-1], calls, off / calls, again / calls, off_days / calls, again_days / calls)


def grew(past: Past, opened: date, *, weeks: int = RECENT) -> float | None:
    """What opening a door did: calls a day in up to so many weeks after, over those before. None with fewer than two whole
    weeks on either side. It cannot tell the door from whatever else changed that day."""
    days = past.by_day()
    span = min(weeks, (opened - past.first).days // WEEK, ((past.last - opened).days + 1) // WEEK)
    if span < AFTER:
        return None
    before = mean(days[opened - timedelta(days=step)] for step in range(1, span * WEEK + 1))
    after = mean(days[opened + timedelta(days=step)] for step in range(span * WEEK))
    return after / before if before else None
