"""The figures worked out from counts, as text. No Django."""

from collections.abc import Callable, Mapping

from putright.measures.derived import DERIVED
from putright.measures.figure import PER_CENT

from .figures import Figures
from .rules import ValueForMoney, figure, pounds

WORTH: Mapping[str, Callable[[ValueForMoney], str | None]] = {
    "cost-per-contact": lambda worth: pounds(worth.cost_per_contact),
    "cost-per-resolution": lambda worth: pounds(worth.cost_per_resolution),
    "officer-hours": lambda worth: figure(worth.officer_hours_saved, 2),
    "money-saved": lambda worth: pounds(worth.money_saved),
    "net": lambda worth: pounds(worth.net, pence=False),
    "break-even": lambda worth: figure(worth.break_even_minutes, 1),
}
PER_CENTS = frozenset(one.key for one in DERIVED if one.unit == PER_CENT)


def text(figures: Figures, key: str) -> str | None:
    """A figure by its key. None is “not known”: there was nothing to divide by, or no costs are set."""
    if key in WORTH:
        return WORTH[key](figures.worth) if figures.worth else None
    number = figure(figures.worked(key), 1)
    return f"{number}%" if number is not None and key in PER_CENTS else number
