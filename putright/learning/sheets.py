"""A sheet of a long list, and where the next one goes on: by (day or moment, number), so that nothing is shown twice or skipped
while rows come in."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import DateTimeField, Model, Q, QuerySet

AT_ONCE = 50


@dataclass(frozen=True)
class Sheet[M: Model]:
    """`after`: what the address of the next sheet carries; empty on the last."""

    rows: list[M]
    after: str = ""


def sheet[M: Model](found: QuerySet[M], by: str, after: str, *, newest: bool) -> Sheet[M]:
    """Fifty rows in the order of that field, the newest or the oldest first. An address nobody gave begins anew. One query."""
    side, sign = ("lt", "-") if newest else ("gt", "")
    moments = isinstance(found.model._meta.get_field(by), DateTimeField)
    if (start := _read(after, moments=moments)) is not None:
        where, pk = start
        found = found.filter(Q(**{f"{by}__{side}": where}) | Q(**{by: where, f"pk__{side}": pk}))
    rows = list(found.order_by(f"{sign}{by}", f"{sign}pk")[: AT_ONCE + 1])
    if len(rows) <= AT_ONCE:
        return Sheet(rows)
    last = rows[AT_ONCE - 1]
    return Sheet(rows[:AT_ONCE], f"{getattr(last, by).isoformat()}_{last.pk}")


def _read(after: str, *, moments: bool) -> tuple[date, int] | None:
    """As `sheet` wrote it for a field of moments or of days; None for anything else."""
    where, _line, number = after.partition("_")
    if not (number.isascii() and number.isdigit() and len(number) < 18):
        return None
    with suppress(ValueError):
        start = datetime.fromisoformat(where) if moments else date.fromisoformat(where)
        return None if isinstance(start, datetime) and start.tzinfo is None else (start, int(number))
    return None
