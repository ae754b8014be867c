"""The published measures, counted over the rows of a return. Pure. Rounded as they are published: whole days."""

from collections.abc import Callable, Mapping
from datetime import date

Row = Mapping[str, str]
Rows = Mapping[str, list[dict[str, str]]]
Test = Callable[[Row], bool]


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
    """Theirs less ours; None where either is no number."""
    try:
        return None if ours is None else float(theirs.replace(",", "")) - ours
    except ValueError:
        return None
