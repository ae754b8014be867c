"""The pages this room makes: from what the IOPC published back, and from what is published already. No case is read."""

from typing import Any

from putright.national import figures
from putright.national.models import PublishedBack, Return
from putright.publication.models import Table

from . import rules

AVERAGES = ("K5", "K6", "K10-days", "K11-days")


def iopc(period: str) -> dict[str, Any]:
    """Their newest figures for a quarter, in their own numbers; nothing where none were entered."""
    of = rules.quarter_said(period)
    if of is None:
        return {}
    rows = PublishedBack.objects.filter(made_for__year=of.year, made_for__quarter=of.number).order_by("-pk")
    back = rows.first()
    if back is None:
        return {}
    listed = [[code, back.figures[code]] for code in figures.MEASURES if code in back.figures]
    return {"source": back.source, "figures": listed}


def year(period: str) -> list[dict[str, Any]]:
    """The published quarters of a financial year: allegations as the public's table has them, and the averages."""
    if not period.isdecimal():
        return []
    tables = Table.objects.filter(year=int(period)).select_related("made_of").order_by("quarter")
    return [{"quarter": one.quarter, "allegations": one.rows[-1][2:], "days": averages(one.made_of)} for one in tables]


def averages(of: Return) -> dict[str, int | None]:
    """Of the very rows the public's table was made of."""
    found = {}
    for code in AVERAGES:
        first, last = figures.MEASURES[code][2] or ("", "")
        days = [figures.between(row, first, last) for row in figures.behind(of.rows, code)]
        found[code] = rules.mean([one for one in days if one is not None])
    return found
