"""How many due moments a second, on one core? `python -m bench.clocks [--seconds N]`. Target: 100,000 for each kind.

Starts drawn by luck from 2012 to 2026; half of each kind with one stop. The processor's time is counted."""

import argparse
import json
import random
import sys
from datetime import UTC, date, datetime, time, timedelta
from time import process_time

from putright.law.calendar import england_and_wales
from putright.law.counting import DAY, HOUR, WORKING_DAY, Length, Still, count

A_SECOND, SEED = 100_000, 20261122
KINDS = ((DAY, 28), (WORKING_DAY, 10), (HOUR, 8))


def starts(number: int) -> list[datetime]:
    luck, first = random.Random(SEED), datetime(2012, 2, 1, tzinfo=UTC)  # noqa: S311 - examples
    return [first + timedelta(seconds=luck.randrange(14 * 365 * 86_400)) for _ in range(number)]


def opening(day: date) -> tuple[time, time] | None:
    return (time(9), time(17)) if england_and_wales().is_working_day(day) else None


def a_second(unit: str, number: int, seconds: float) -> int:
    moments = starts(20_000)
    stops = [(Still(at + timedelta(days=2), at + timedelta(days=5)),) if i % 2 else () for i, at in enumerate(moments)]
    length = Length(unit, number, opening=opening)
    began, done = process_time(), 0
    while process_time() - began < seconds:
        for at, still in zip(moments, stops, strict=True):
            count(length, at, stills=still)
        done += len(moments)
    return round(done / (process_time() - began))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=2.0)
    seconds = parser.parse_args().seconds
    rates = {unit: a_second(unit, number, seconds) for unit, number in KINDS}
    sys.stdout.write(json.dumps({"due_moments_a_second": rates, "python": sys.version.split()[0]}, indent=2) + "\n")
    return 0 if min(rates.values()) >= A_SECOND else 1


if __name__ == "__main__":
    sys.exit(main())
