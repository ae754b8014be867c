"""Writing down what a figure is set beside, and what every force has. No case changes."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from putright.people.gates import check
from putright.people.models import Handler

from . import forces, words
from .models import Line, Table
from .queries import names
from .refusals import CannotBe, SaysNotWhere, SaysNotWhy

MOST = Decimal(10) ** 9


@dataclass(frozen=True)
class Beside:
    """`value`: None takes the line away from that day on. `way` is for a target of ours only."""

    figure: str
    whose: str
    value: Decimal | None
    since: date
    why: str
    way: str = ""
    source: str = ""


@transaction.atomic
def set_line(line: Beside, *, by: Handler, at: datetime) -> Line:
    """Write it down; an earlier one stays listed and no longer holds from that day.

    Refuses by role; CannotBe for a figure there is not, a value below nought or a target without its way; SaysNotWhy."""
    check(by, "measures.set")
    if line.figure not in names() or line.whose not in words.WHOSE:
        raise CannotBe(_("Choose the figure and whose it is."))
    if line.value is not None and not 0 <= line.value < MOST:
        raise CannotBe(_("Enter a number from nought, like 13 or 4.5"))
    target = line.whose == words.OURS and line.figure != words.EMPLOYEES and line.value is not None
    if target and line.way not in words.WAYS:
        raise CannotBe(_("Say whether you want at most or at least that."))
    if not line.why.strip():
        raise SaysNotWhy
    return Line.objects.create(
        figure=line.figure, whose=line.whose, value=line.value, way=line.way if target else _way(line), since=line.since,
        source=line.source.strip(), why=line.why.strip(), by=by, at=at,
    )  # fmt: skip


def _way(line: Beside) -> str:
    """How many employees there are is no target: the database wants a way of what is ours, and nobody reads it."""
    return words.MOST if line.whose == words.OURS and line.value is not None else ""


@dataclass(frozen=True)
class AllForces:
    """`ours`: what our force is called in the table, one of its rows."""

    figure: str
    period: str
    until: date
    rows: forces.Rows
    ours: str
    source: str


@transaction.atomic
def set_table(table: AllForces, *, by: Handler, at: datetime) -> Table:
    """Keep it. An earlier one of the same figure and last day stays listed and no longer holds.

    Refuses by role; CannotBe for a figure there is not, fewer than three forces, or a table without ours; SaysNotWhere."""
    check(by, "measures.set")
    if table.figure not in names():
        raise CannotBe(_("Choose the figure."))
    if not forces.FEWEST <= len(table.rows) <= forces.MOST:
        raise CannotBe(_("Give at least three forces, each on its own line with its figure."))
    if table.ours not in dict(table.rows):
        raise CannotBe(_("Our own force is not among them. Write what the table calls it."))
    if not table.source.strip():
        raise SaysNotWhere
    rows = [[name, format(figure, "f")] for name, figure in table.rows]
    return Table.objects.create(
        figure=table.figure, period=table.period.strip(), until=table.until, rows=rows, ours=table.ours,
        source=table.source.strip(), by=by, at=at,
    )  # fmt: skip
