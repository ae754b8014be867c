"""Due moments against a day-by-day oracle: start, stop, go on, extend and a changed calendar, in any order.

    script/campaign clock_oracle --seed 1 [--count 100000] [--try]

Every case is drawn by luck between 2012 and 2028; the calendar gains, loses or keeps bank holidays. The oracle counts on
its fingers (tests/clocks/oracle.py). One difference fails it. A wrong build must differ: the day it is stopped not counted."""

import random
import sys
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from putright.law.calendar import Calendar, england_and_wales
from putright.law.counting import DAY, HOUR, WORKING_DAY, Counted, Length, More, Still, count
from tests.clocks.oracle import by_hand

from .report import Report, words

FIRST, LAST = datetime(2012, 1, 3, tzinfo=UTC), datetime(2027, 6, 1, tzinfo=UTC)
DAYS_OFF = {"en": "A day proclaimed late", "cy": "Diwrnod a gyhoeddwyd yn hwyr"}


def situation(luck: random.Random) -> tuple[str, int, datetime, list[Still], list[More]]:
    start = FIRST + timedelta(seconds=luck.randrange(int((LAST - FIRST).total_seconds())))
    at, stills = start, []
    for _ in range(luck.choice((0, 0, 1, 1, 2, 4))):
        since = at + timedelta(minutes=luck.choice((0, 1, luck.randrange(60 * 24 * 20))))
        at = since + timedelta(minutes=luck.choice((0, luck.randrange(60 * 24), luck.randrange(60 * 24 * 30))))
        stills.append(Still(since, at))
    if stills and luck.random() < 0.2:
        stills[-1] = stills[-1]._replace(until=None)
    more = [
        More(start + timedelta(minutes=luck.randrange(60 * 24 * 60)), luck.randint(1, 15))
        for _ in range(luck.choice((0, 0, 1, 2, 3)))
    ]
    unit = luck.choice((DAY, DAY, WORKING_DAY, WORKING_DAY, HOUR))
    return unit, luck.randint(1, 30), start, stills, sorted(more)


def changed(luck: random.Random, held: Calendar, start: datetime) -> Calendar:
    """The calendar as it is, or with days proclaimed or taken away near the case: a moved holiday is both."""
    if luck.random() < 0.5:
        return held
    holidays = dict(held.holidays)
    near = [day for day in holidays if abs((day - start.date()).days) < 60]
    for day in near[: luck.randint(0, 2)]:
        del holidays[day]
    for _ in range(luck.randint(0, 3)):
        holidays[start.date() + timedelta(days=luck.randrange(90))] = DAYS_OFF
    return replace(held, holidays=holidays)


def differences(seed: int, number: int, ours=count) -> tuple[Counter, list[str]]:
    luck, held, seen, found = random.Random(seed), england_and_wales(), Counter(), []  # noqa: S311 - examples
    for _ in range(number):
        unit, promised, start, stills, more = case = situation(luck)
        working = changed(luck, held, start)

        def opening(day: date, working: Calendar = working) -> tuple[time, time] | None:
            return (time(9), time(17)) if working.is_working_day(day) else None

        got = ours(Length(unit, promised, opening=opening, working=working), start, stills=stills, more=more)
        wanted = by_hand(unit, promised, start, stills, more, frozenset(working.holidays))
        seen[unit] += 1
        seen["stopped"] += bool(stills)
        seen["extended"] += bool(got.taken)
        seen["too late to extend"] += len(got.taken) < len(more)
        seen["stands still"] += got.due_at is None
        seen["another calendar"] += working is not held
        if (got.due_at, got.taken, got.left) != wanted:
            found.append(f"{case}: {got} and not {wanted}")
    return seen, found


def a_day_off(length: Length, start: datetime, *, stills: list[Still], more: list[More]) -> Counted:
    """The wrong build: stopped a day too soon."""
    return count(length, start, more=more, stills=[s._replace(since=s.since - timedelta(days=1)) for s in stills])


def main() -> int:
    asked = words(__doc__)
    asked.add_argument("--count", type=int, default=100_000)
    told = asked.parse_args()
    command = f"script/campaign clock_oracle --seed {told.seed} --count {told.count}"
    report = Report("clock_oracle", command, told.seed, {"count": told.count}, trial=told.trial)
    seen, found = differences(told.seed, told.count)
    report.add({"arm": "ours", "cases": told.count, "differences": len(found), "first": found[:3], **seen,
                "outcome": f"{len(found)} differences", "as_expected": not found})  # fmt: skip
    _, noticed = differences(told.seed, 1000, a_day_off)
    report.add({"arm": "stopped a day too soon", "cases": 1000, "differences": len(noticed),
                "outcome": f"{len(noticed)} differences", "as_expected": bool(noticed)})  # fmt: skip
    report.save()
    return 0 if report.kept else 1


if __name__ == "__main__":
    sys.exit(main())
