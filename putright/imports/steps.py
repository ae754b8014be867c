"""What is chosen from at each step of mapping: codes with their names in the reader's language. No database."""

from putright.codes.rules import Row, Rows
from putright.contacts.panel import CHANNELS

from .columns import VALUES, folded
from .forms import KINDS, STATES
from .mapped import topics


def choices(categories: Rows, kinds: Rows, language: str) -> dict[str, list[tuple[str, object]]]:
    """Field to the codes its words may become. Categories that have ended are offered too: an old log has them."""
    return {
        "kind": [*KINDS, *((row.code, row.name(language)) for row in latest(kinds) if row.code in topics(kinds))],
        "status": list(STATES), "channel": [(code, CHANNELS[code]) for code in VALUES["channel"]],
        "allegation": [(row.code, f"{row.code}: {row.name(language)}") for row in latest(categories)],
    }  # fmt: skip


def latest(listed: Rows) -> list[Row]:
    """Each code once, by its newest name."""
    return list({row.code: row for row in sorted(listed.rows, key=lambda row: row.since) if not row.parent}.values())


def as_written(found: dict[str, list[str]], columns: dict[str, str]) -> dict[str, dict[str, str]]:
    """Field to their words, folded, to how they wrote them."""
    return {wanted: {folded(word): word for word in found.get(name, [])} for name, wanted in columns.items()}
