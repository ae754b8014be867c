"""What an office changed itself, laid over its pack: promises and days off, as two people agreed them on the screen."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from offices.checks import check
from offices.days_off import DayOff
from offices.office import Office
from offices.reading import Place, read_row
from offices.shape import Promise

PLACE = Place("what the office changed itself")
DATES = frozenset({"since", "until", "agreed", "day"})
DAY = timedelta(days=1)


def amended(pack: Office, text: str) -> Office:
    """The pack with those rows over it, checked as a pack is. A promise's new row ends the one in force before it: what
    began earlier keeps the words and the length it was given."""
    if not text:
        return pack
    given = json.loads(text)
    promises = pack.promises
    for row in given.get("promises", ()):
        promises = _after(promises, read_row(Promise, _dated(row), PLACE))
    days = tuple(read_row(DayOff, _dated(row), PLACE) for row in given.get("days_off", ()))
    found = replace(pack, promises=promises, days_off=pack.days_off + days)
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


def _dated(row: dict[str, Any]) -> dict[str, Any]:
    return {key: date.fromisoformat(value) if key in DATES and isinstance(value, str) else value for key, value in row.items()}
