"""The figures worked out from counts, as text. No Django."""

from collections.abc import Mapping

from .figures import Figures
from .rules import figure, pounds


def texts(figures: Figures) -> Mapping[str, str | None]:
    """Each derived figure by its key. None is “not known”: there was nothing to divide by, or no costs are set."""
    share, worth = figure(figures.settled_share, 1), figures.worth
    known = {"settled-share": share and f"{share}%", "days-to-contact": figure(figures.days, 1)}
    upheld = figure(figures.upheld_share, 1)
    known |= {"reviews-upheld": upheld and f"{upheld}%", "days-to-review": figure(figures.review_days, 1)}
    if worth is None:
        return known
    return known | {
        "cost-per-contact": pounds(worth.cost_per_contact),
        "cost-per-resolution": pounds(worth.cost_per_resolution),
        "officer-hours": figure(worth.officer_hours_saved, 2),
        "money-saved": pounds(worth.money_saved),
        "net": pounds(worth.net, pence=False),
        "break-even": figure(worth.break_even_minutes, 1),
    }
