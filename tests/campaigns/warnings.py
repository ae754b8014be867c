"""How often the early warnings are wrong, and how small a change they see:
script/campaign warnings [--series N] [--part P] [--try].

Ten simulated years of months a series, five of weeks (tests/warnings/simulated.py), a real city's casework, and improvements
that changed nothing (tests/improvements/simulated.py). Writes docs/evidence/warnings.md."""

import argparse
from pathlib import Path

from putright.warnings import rules
from tests.improvements.simulated import read_as_a_change
from tests.warnings import new_york
from tests.warnings.simulated import WEEKS_YEARS, World, detected, detected_weeks, false_alarms, false_weeks

REPORT = Path(__file__).resolve().parents[2] / "docs" / "evidence" / "warnings.md"
MEANS, SPREADS = (5, 10, 20, 50, 100), (1.0, 1.2, 1.5)
SHIFTS = (0.4, 0.5, 1.3, 1.5, 2.0, 2.5, 3.0)
SURE = 0.9
WEEK_MEANS, WEEK_SHIFTS = (5, 20, 50, 100), (0.5, 1.5, 2.0, 3.0)
AFTER, HELPED = (3, 6, 12), (0.5, 0.7)


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("--series", type=int, default=200)
    asked.add_argument("--try", dest="tries", action="store_true")
    asked.add_argument("--part", choices=PARTS, action="append", help="only this part; the others stay as they are written")
    given = asked.parse_args()
    written = REPORT.read_text(encoding="utf-8").split("\n## ") if REPORT.exists() else []
    parts = dict(zip(PARTS, written, strict=False)) if len(written) == len(PARTS) else {}
    worst = 0.0
    for part in given.part or PARTS:
        lines, wrong = MADE[part](given.series)
        parts[part], worst = "\n".join(lines).strip().removeprefix("## ") + "\n", max(worst, wrong)
    text = "\n## ".join(parts[part].rstrip("\n") + "\n" for part in PARTS)
    print(text)
    if not given.tries:
        REPORT.write_text(text, encoding="utf-8")
    return int(worst > 1)


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


def months(number: int) -> tuple[list[str], float]:
    lines, worst = head(number), 0.0
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


def weeks(number: int) -> tuple[list[str], float]:
    lines, worst = [
        "## Weeks", "",
        f"`script/campaign warnings --part weeks --series {number}`: the same worlds by week, {WEEKS_YEARS} years each."
        f" Limits: {rules.FAR + rules.WEEKLY.wider:.1f} for one week alone,"
        f" {rules.TWICE + rules.WEEKLY.wider:.1f} for two together, wider than for months because there are more weeks to be"
        " wrong in. Seen: within eight weeks.", "",
        "| Mean a month | Spread | False warnings a year | " + " | ".join(f"×{one}" for one in WEEK_SHIFTS) + " |",
        "|---|---|---|" + "---|" * len(WEEK_SHIFTS),
    ], 0.0  # fmt: skip
    for mean in WEEK_MEANS:
        for spread in SPREADS:
            world = World(mean, spread=spread)
            wrong = false_weeks(world, range(number))
            worst = max(worst, wrong)
            seen = (f"{100 * detected_weeks(world, shift, range(number)):.0f}%" for shift in WEEK_SHIFTS)
            lines.append(f"| {mean} | {spread} | {wrong:.2f} | {' | '.join(seen)} |")
    return [*lines, "", f"Most false warnings of any row: {worst:.2f} a year."], worst


def improvements(number: int) -> tuple[list[str], float]:
    """How often a change that did nothing reads as one, and how often one that helped is seen."""
    heads = ("nothing", *(f"×{shift}" for shift in HELPED))
    lines = [
        "## Improvements, before and after", "",
        f"`script/campaign warnings --part improvements --series {number}` (four times as many where nothing changed)."
        " Twelve whole months before a change against those after it, by the rules of the room `improvements`: the share read as"
        " fewer or more than before (nothing changed; the yearly swing is in the months) or, where a change was planted, as"
        " fewer. Spread 1.2.", "",
        "| Mean a month | Swing | " + " | ".join(f"{one}, {after} months" for one in heads for after in AFTER) + " |",
        "|---|---|" + "---|" * len(heads) * len(AFTER),
    ]  # fmt: skip
    for mean in WEEK_MEANS:
        for season in (0.0, 0.15):
            world = World(mean, season=season)
            read = [
                read_as_a_change(world, range(4 * number if shift == 1 else number), after=after, shift=shift)
                for shift in (1.0, *HELPED) for after in AFTER
            ]  # fmt: skip
            lines.append(f"| {mean} | {100 * season:.0f}% | {' | '.join(f'{100 * one:.1f}%' for one in read)} |")
    return lines, 0.0


def city(_number: int) -> tuple[list[str], float]:
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
    return lines, 0.0


PARTS = ("months", "weeks", "improvements", "city")
MADE = dict(zip(PARTS, (months, weeks, improvements, city), strict=True))


if __name__ == "__main__":
    raise SystemExit(main())
