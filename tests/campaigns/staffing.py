"""The formulas of waiting against the queue played out call by call: the six vectors, then offices drawn at random.

Every share (who waits, who is answered in time, how busy people are, who gives up) must be within two percentage points.
The control arm calculates with one person fewer than were there, and must be farther off."""

import sys
from random import Random
from typing import Any

from putright.staffing.rules.erlang import Load, impatient, patient
from putright.staffing.rules.simulation import Run, played
from tests.staffing.vectors import NEAR, PATIENCE, VECTORS, WITHIN, farthest

from .report import Report, words

FULL = 0.9  # of an Erlang C queue; nearer to full it forgets too slowly to be played out in minutes


def vectors(seed: int, calls: int) -> list[dict[str, Any]]:
    """Both formulas for each vector. The one at 94 in 100 full is played ten times as long."""
    made = []
    for place, (ring, seconds, people, *_printed) in enumerate(VECTORS):
        load = Load(ring, seconds)
        long = calls * (10 if load.erlangs / people > FULL else 1)
        c = farthest(patient(load, people, WITHIN), played(load, people, None, WITHIN, Run(seed + place, long)))
        a = farthest(impatient(load, people, PATIENCE, WITHIN), played(load, people, PATIENCE, WITHIN, Run(seed + place, calls)))
        good = max(a, c) < NEAR
        made.append({"arm": f"{ring} an hour, {seconds} s, {people} people", "offices": 1, "calls": long + calls,
                     "farthest, nobody gives up": round(100 * c, 2), "farthest, they give up": round(100 * a, 2),
                     "outcome": "within two points" if good else "farther", "as_expected": good})  # fmt: skip
    return made


def drawn(seed: int, offices: int, calls: int, fewer: int = 0) -> tuple[float, int]:
    """The farthest any office was off, in shares, and how many were farther than two points; by Erlang A."""
    luck, found = Random(seed), []  # noqa: S311 - seeded, to be played again
    for place in range(offices):
        people = luck.randint(2, 40)
        load = Load(luck.uniform(0.4, 1.3) * people * 3600 / 300, 300)
        patience = luck.uniform(20, 600)
        seen = played(load, people, patience, WITHIN, Run(seed + place, calls))
        found.append(farthest(impatient(load, people - fewer, patience, WITHIN), seen))
    return max(found), sum(one >= NEAR for one in found)


def main() -> int:
    asked = words(__doc__)
    asked.add_argument("--offices", type=int, default=100)
    asked.add_argument("--calls", type=int, default=500_000)
    told = asked.parse_args()
    command = f"script/campaign staffing --seed {told.seed} --offices {told.offices} --calls {told.calls}"
    report = Report("staffing", command, told.seed, {"offices": told.offices, "calls": told.calls}, trial=told.trial)
    for run in vectors(told.seed, told.calls):
        report.add(run)
    for arm, fewer in (("offices at random", 0), ("one person fewer than were there", 1)):
        worst, off = drawn(told.seed, told.offices, told.calls // 5, fewer)
        good = bool(off) if fewer else not off
        report.add({"arm": arm, "offices": told.offices, "calls": told.offices * (told.calls // 5),
                    "farthest, they give up": round(100 * worst, 2), "outcome": f"{off} farther than two points",
                    "as_expected": good})  # fmt: skip
    report.save()
    return 0 if report.kept else 1


if __name__ == "__main__":
    sys.exit(main())
