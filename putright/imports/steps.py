"""What is chosen from at each step of mapping: codes with their names in the reader's language. No database."""

from datetime import date

from putright.codes.rules import Rows
from putright.contacts.panel import CHANNELS

from .columns import VALUES, folded
from .forms import KINDS, STATES


def choices(categories: Rows, on: date, language: str) -> dict[str, list[tuple[str, object]]]:
    """Field to the codes its words may become. Categories that have ended are offered too: an old log has them."""
    last = {row.code: row for row in sorted(categories.rows, key=lambda row: row.since) if not row.parent}
    return {
        "kind": list(KINDS), "status": list(STATES), "channel": [(code, CHANNELS[code]) for code in VALUES["channel"]],
        "allegation": [(code, f"{code}: {row.name(language)}") for code, row in last.items()],
    }  # fmt: skip


def as_written(found: dict[str, list[str]], columns: dict[str, str]) -> dict[str, dict[str, str]]:
    """Field to their words, folded, to how they wrote them."""
    return {wanted: {folded(word): word for word in found.get(name, [])} for name, wanted in columns.items()}
