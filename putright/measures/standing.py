"""Where our force stands among all of them, by what was published. The newest table of a figure and its last day holds."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from . import forces
from .models import Table
from .queries import written


@dataclass(frozen=True)
class Standing:
    """One table, and our place in it. `before`: that of the period before it, if it is known."""

    table: Table
    before: "Standing | None" = None

    @cached_property
    def rows(self) -> forces.Rows:
        return tuple((name, Decimal(figure)) for name, figure in self.table.rows)

    @cached_property
    def place(self) -> forces.Place:
        return forces.place(self.rows, self.table.ours)

    @property
    def moved(self) -> int:
        """How many places further from the most than in the period before; below nought: nearer to it."""
        return self.place.from_most - self.before.place.from_most if self.before else 0

    def said(self, figure: Decimal) -> str:
        return written(self.table.figure, figure)


def by_figure() -> dict[str, list[Standing]]:
    """Of each figure, the tables that hold, the newest period first. One query."""
    held: dict[str, dict[object, Table]] = defaultdict(dict)
    for table in Table.objects.select_related("by").order_by("until", "at", "pk"):
        held[table.figure][table.until] = table
    found: dict[str, list[Standing]] = {}
    for figure, tables in held.items():
        last: Standing | None = None
        for table in tables.values():
            last = Standing(table, last)
            found.setdefault(figure, []).insert(0, last)
    return found


def newest(figure: str) -> Standing | None:
    """The last period's table of a figure. One query."""
    table = Table.objects.filter(figure=figure).order_by("-until", "-at", "-pk").first()
    return Standing(table) if table else None


def one(pk: int) -> Standing | None:
    """That table with its period before. Two queries."""
    table = Table.objects.select_related("by").filter(pk=pk).first()
    if table is None:
        return None
    earlier = Table.objects.filter(figure=table.figure, until__lt=table.until).order_by("-until", "-at", "-pk").first()
    return Standing(table, Standing(earlier) if earlier else None)


def later(table: Table) -> Table | None:
    """The one that holds instead, where this was written down again. One query."""
    again = Table.objects.filter(figure=table.figure, until=table.until, pk__gt=table.pk)
    return again.order_by("-at", "-pk").first()
