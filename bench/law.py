"""How fast is the law? Weighings of every question a second on one core, and how long `weigh` takes to start.

`python -m bench.law [--seconds N]`. Targets: 1,000 a second, and under a second to start. Answers 1 if either is missed.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from putright.law.questions import FACTS, QUESTIONS, weigh_all

ROOT = Path(__file__).resolve().parents[1]
ON, SEED, A_SECOND, START = date(2026, 3, 27), 20261122, 1_000, 1.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=3.0)
    seconds = parser.parse_args().seconds
    rate, start = a_second(seconds), start_up()
    told = json.dumps({"questions": len(QUESTIONS), "facts": len(FACTS), "all_questions_a_second": round(rate),
                       "start_up_seconds": round(start, 3), "seed": SEED, "python": sys.version.split()[0]}, indent=2)
    sys.stdout.write(f"{told}\n")
    return 0 if rate >= A_SECOND and start < START else 1


def a_second(seconds: float) -> float:
    """Sheets of every fact, yes, no or not known by chance; the processor's time, so a busy machine does not count."""
    choose = random.Random(SEED)  # noqa: S311 - a choice of examples, not a secret
    sheets = [{fact: choose.choice(("yes", "no", "not_known")) for fact in FACTS} for _ in range(200)]
    weigh_all(sheets[0], on=ON)
    began, done = time.process_time(), 0
    while time.process_time() - began < seconds:
        weigh_all(sheets[done % len(sheets)], on=ON)
        done += 1
    return done / (time.process_time() - began)


def start_up() -> float:
    """The quickest of five starts, from nothing to a printed list, by the clock on the wall."""
    command = [sys.executable, "-m", "putright.law.weigh", "--list"]
    times = []
    for _ in range(5):
        began = time.monotonic()
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
        times.append(time.monotonic() - began)
    return min(times)


if __name__ == "__main__":
    sys.exit(main())
