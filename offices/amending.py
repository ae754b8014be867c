"""What an office changed itself, laid over its pack: promises, days off and opening hours, as two people agreed them on the
screen, and the costs of its years."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from offices.checks import check
from offices.days_off import DayOff
from offices.office import Office
from offices.reading import Place, read_row
from offices.shape import Costs, Hours, Promise

PLACE = Place("what the office changed itself")
DATES = frozenset({"since", "until", "agreed", "day"})
TIMES = frozenset({"opens", "closes"})
AMOUNTS = frozenset({"team_cost", "hourly_rate", "minutes_saved", "benchmark_per_contact", "contact_share"})
READS: tuple[tuple[frozenset[str], Callable[[str], Any]], ...] = (
    (DATES, date.fromisoformat), (TIMES, time.fromisoformat), (AMOUNTS, Decimal),
)  # fmt: skip
DAY = timedelta(days=1)


def amended(pack: Office, text: str) -> Office:
    """The pack with those rows over it, checked as a pack is. A promise's new row ends the one in force before it: what
    began earlier keeps the words and the length it was given. A new week of opening hours ends the one before it in the same way.
    Costs of a year stand in for the pack's of that year, and hold until those of a later one."""
    if not text:
        return pack
    given = json.loads(text)
    promises = pack.promises
    for row in given.get("promises", ()):
        promises = _after(promises, read_row(Promise, _dated(row), PLACE))
    days = tuple(read_row(DayOff, _dated(row), PLACE) for row in given.get("days_off", ()))
    opening = pack.opening
    for one in given.get("hours", ()):
        opening = _opened(opening, week(one), date.fromisoformat(one["since"]))
    costs = _of_years((*pack.cost_years, *(read_row(Costs, _dated(row), PLACE) for row in given.get("costs", ()))))
    found = replace(pack, promises=promises, days_off=pack.days_off + days, opening=opening, cost_years=costs)
    check(found, f"{pack.slug}.toml")
    return found


def _after(rows: Iterable[Promise], new: Promise) -> tuple[Promise, ...]:
    """The rows with a new one from its first day on: what was in force then ends the day before, what was to come falls away."""
    since = new.since or date.min
    kept = [row for row in rows if row.name != new.name or (row.since or date.min) < since]
    ended = [
        replace(row, until=since - DAY) if row.name == new.name and (row.until is None or row.until >= since) else row
        for row in kept
    ]
    return (*ended, new)


def week(given: Mapping[str, Any]) -> tuple[Hours, ...]:
    """The opening hours of a week that somebody asked for, from its first day on."""
    return tuple(read_row(Hours, _dated({**row, "since": given["since"], "source": "office"}), PLACE) for row in given["week"])


def _opened(rows: Iterable[Hours], new: tuple[Hours, ...], since: date) -> tuple[Hours, ...]:
    """The hours with a whole new week from its first day on. What is only planned stays an intention."""
    kept = [row for row in rows if row.planned or (row.since or date.min) < since]
    ended = [
        replace(row, until=since - DAY) if not row.planned and (row.until is None or row.until >= since) else row
        for row in kept
    ]
    return (*ended, *new)


def _of_years(rows: Iterable[Costs]) -> tuple[Costs, ...]:
    """In order, the last given of each first day, each until the day before the next begins."""
    by_day = {row.since or date.min: row for row in rows}
    days = sorted(by_day)
    ends = [day - DAY for day in days[1:]] + [by_day[day].until for day in days[-1:]]
    return tuple(replace(by_day[day], until=end) for day, end in zip(days, ends, strict=True))


def with_parts(text: str, **parts: object) -> str:
    """The text of what was changed with those parts of it instead of the ones it had; the others stay."""
    return json.dumps({**json.loads(text or "{}"), **parts}, ensure_ascii=False, sort_keys=True)


def _dated(row: dict[str, Any]) -> dict[str, Any]:
    """JSON has no dates, no times of day and no exact numbers: all are written as words there."""
    made: dict[str, Any] = {}
    for key, value in row.items():
        reads = next((reads for keys, reads in READS if key in keys), None)
        made[key] = reads(value) if reads and isinstance(value, str) else value
    return made
