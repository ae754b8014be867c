"""How often the early warnings are wrong, and how small a change they see: script/campaign warnings [--series N] [--try].

Ten simulated years a series (tests/warnings/simulated.py), and a real city's casework. Writes docs/evidence/warnings.md."""

import argparse
from pathlib import Path

from putright.warnings import rules
from tests.warnings import new_york
from tests.warnings.simulated import World, detected, false_alarms

REPORT = Path(__file__).resolve().parents[2] / "docs" / "evidence" / "warnings.md"
MEANS, SPREADS = (5, 10, 20, 50, 100), (1.0, 1.2, 1.5)
SHIFTS = (0.4, 0.5, 1.3, 1.5, 2.0, 2.5, 3.0)
SURE = 0.9


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("--series", type=int, default=200)
    asked.add_argument("--try", dest="tries", action="store_true")
    given = asked.parse_args()
    lines, wrong = simulated(given.series)
    text = "\n".join([*head(given.series), *lines, "", *city()]) + "\n"
    print(text)
    if not given.tries:
        REPORT.write_text(text, encoding="utf-8")
    return int(wrong > 1)


def head(number: int) -> list[str]:
    return [
        "# Early warnings, measured", "",
        f"`script/campaign warnings --series {number}`; {number} series of ten years for each number below, seeds from 0. Limits:"
        f" {rules.FAR} for one month alone, {rules.TWICE} for two together. Working days of the real calendar, a yearly swing of"
        " 15% that the rules have to learn, and the spread given (variance over mean; 1 is chance alone). Asked for: a shift"
        " seen within two months, at most one false warning a year in each series.", "",
        "| Mean a month | Spread | False warnings a year | " + " | ".join(f"×{one}" for one in SHIFTS) + " |",
        "|---|---|---|" + "---|" * len(SHIFTS),
    ]  # fmt: skip


def simulated(number: int) -> tuple[list[str], float]:
    lines, worst = [], 0.0
    smallest: dict[int, list[float]] = {}
    for mean in MEANS:
        for spread in SPREADS:
            world = World(mean, spread=spread)
            wrong = false_alarms(world, range(number))
            worst = max(worst, wrong)
            seen = {shift: detected(world, shift, range(number)) for shift in SHIFTS}
            lines.append(
                f"| {mean} | {spread} | {wrong:.2f} | "
                + " | ".join(f"{100 * one:.0f}%" for one in seen.values())
                + " |"
            )
            if spread == 1.2:
                smallest[mean] = [shift for shift, one in seen.items() if one >= SURE]
    lines += ["", f"Most false warnings of any row: {worst:.2f} a year. With spread 1.2, seen within two months in at least"
              f" {100 * SURE:.0f} of 100 series:", ""]  # fmt: skip
    for mean, shifts in smallest.items():
        rise = min((one for one in shifts if one > 1), default=None)
        fall = max((one for one in shifts if one < 1), default=None)
        lines.append(f"- mean {mean} a month: a rise of ×{rise or 'more than 3'}; a fall to ×{fall or 'less than 0.4'}")
    return lines, worst


def city() -> list[str]:
    lines = [
        "## On a real city's casework",
        "",
        "New York council offices, 2015 to 2022, twelve kinds (tests/warnings/data).",
        "",
    ]
    for kind, periods in new_york.series().items():
        judged = rules.judge(periods)
        begun = rules.begun(judged)
        years = sum(one.expected is not None for one in judged) / 12
        said = ", ".join(f"{one.period.begins:%Y-%m} ({one.period.count} for {one.expected or 0:.0f})" for one in begun)
        lines.append(f"- {kind}: {len(begun)} in {years:.1f} years. {said}")
    return lines


if __name__ == "__main__":
    raise SystemExit(main())
