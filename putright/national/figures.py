"""The published measures, counted over the rows of a return. Pure. Rounded as they are published: whole days."""

from collections.abc import Callable, Mapping
from datetime import date
from math import isfinite

Row = Mapping[str, str]
Rows = Mapping[str, list[dict[str, str]]]
Test = Callable[[Row], bool]


REASONS = {
    "K7-nature": "nature_of_allegation", "K7-wishes": "complainant_wishes", "K7-body": "body_decides",
    "K21": "dissatisfaction_after_initial_handling",
}  # fmt: skip
DECISIONS = {
    "K14-acceptable": "schedule-3.acceptable", "K14-not-acceptable": "schedule-3.not-acceptable",
    "K14-not-determined": "schedule-3.not-determined", "K14-no-action": "schedule-3.no-action",
    "K14-resolved": "outside.resolved", "K14-not-resolved": "outside.not-resolved",
}  # fmt: skip


def between(row: Row, first: str, last: str) -> int | None:
    """Days from one field to another; None where either is missing."""
    try:
        return (date.fromisoformat(row[last]) - date.fromisoformat(row[first])).days
    except ValueError:
        return None


def has(*fields: str) -> Test:
    return lambda row: all(not row[field].startswith("[") for field in fields)


def under(row: Row) -> bool:
    return row["under_schedule_3"] == "yes"


def outside(row: Row) -> bool:
    return not under(row)


def finished(which: Test) -> Test:
    return lambda row: which(row) and has("finished")(row)


def of_category(letter: str) -> Test:
    return lambda row: row["category"] == letter


def decided(code: str) -> Test:
    return lambda row: row["decision_code"] == code


def recorded_since(reason: str) -> Test:
    """Under Schedule 3, for that reason."""
    return lambda row: under(row) and row["reason_recorded"] == reason


# measure -> (whose rows: cases or allegations; which of them; the two fields of a mean, or none where it is a count)
MEASURES: dict[str, tuple[str, Test, tuple[str, str] | None]] = {
    "K1": ("cases", lambda _row: True, None),
    "K3": ("allegations", lambda _row: True, None),
    "K5": ("cases", has("received", "logged"), ("received", "logged")),
    "K6": ("cases", has("received", "contacted"), ("received", "contacted")),
    "K10": ("cases", finished(outside), None),
    "K10-days": ("cases", finished(outside), ("received", "finished")),
    "K11": ("cases", finished(under), None),
    "K11-days": ("cases", finished(under), ("received", "finished")),
    "K7": ("cases", under, None),
    **{measure: ("cases", recorded_since(reason), None) for measure, reason in REASONS.items()},
    **{measure: ("allegations", decided(code), None) for measure, code in DECISIONS.items()},
    "K19": ("cases", has("referred"), None),
    **{f"K8-{letter}": ("allegations", of_category(letter), None) for letter in "ABCDEFGHJKL"},
}


def behind(rows: Rows, measure: str) -> list[dict[str, str]]:
    """The rows a measure is counted over."""
    which, test, _mean = MEASURES[measure]
    return [row for row in rows[which] if test(row)]


def figure(rows: Rows, measure: str) -> int | None:
    """The count, or the mean in whole days; None for the mean of nothing."""
    found, mean = behind(rows, measure), MEASURES[measure][2]
    if mean is None:
        return len(found)
    days = [number for row in found if (number := between(row, *mean)) is not None]
    return round(sum(days) / len(days)) if days else None


def difference(ours: int | None, theirs: str) -> float | None:
    """Theirs less ours; None where either is no number. What only a computer calls one, such as "inf", is none."""
    try:
        less = None if ours is None else float(theirs.replace(",", "")) - ours
    except ValueError:
        return None
    return less if less is None or isfinite(less) else None
