"""The frozen drawings of a report, drawn in one language for one kind of paper."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from putright.charts import draw
from putright.charts.shapes import Drawn, Heat, Mark, Multiples, Paper, Point, Series
from putright.layouts.rules import ARRIVALS, MULTIPLES, SERIES

Frozen = Mapping[str, Any]


def drawings(section: Frozen, changes: Sequence[Frozen], paper: Paper) -> tuple[Drawn, ...]:
    """Those of one part that could be drawn. `changes` are for drawings frozen before each kept its own."""
    return tuple(made(one, one.get("changes", changes), paper) for one in section.get("charts", ()) if one["kind"] in DRAW)


def too_few(section: Frozen, language: str) -> tuple[str, ...]:
    """A sentence for each that could not."""
    return tuple(
        _("%(drawing)s: too few to draw.") % {"drawing": one["title"][language]}
        for one in section.get("charts", ())
        if one["kind"] not in DRAW
    )


def made(chart: Frozen, changes: Sequence[Frozen], paper: Paper) -> Drawn:
    language = paper.language or "en"
    said = {name: chart[name][language] for name in ("title", "about", "unit")}
    marks = [Mark(date.fromisoformat(one["on"]), one["words"][language]) for one in changes]
    return DRAW[chart["kind"]](chart, said, marks, paper)


def _series(chart: Frozen, said: Mapping[str, str], marks: list[Mark], paper: Paper) -> Drawn:
    note = _("It stands out")
    points = [
        Point(date.fromisoformat(one["on"]), one["value"], one["centre"], one["low"], one["high"], note if one["out"] else "")
        for one in chart["points"]
    ]
    return draw.series(Series(said["title"], said["about"], said["unit"], points, marks, nothing=_("hidden")), paper)


def _multiples(chart: Frozen, said: Mapping[str, str], marks: list[Mark], paper: Paper) -> Drawn:
    days = [date.fromisoformat(one) for one in chart["on"]]
    panels = [
        Series(
            panel["title"][paper.language or "en"], said["about"], said["unit"],
            [Point(on, value) for on, value in zip(days, panel["values"], strict=True)], marks, nothing=_("hidden"),
        )
        for panel in chart["panels"]
    ]  # fmt: skip
    return draw.multiples(Multiples(said["title"], said["about"], panels), paper)


def _arrivals(chart: Frozen, said: Mapping[str, str], _marks: list[Mark], paper: Paper) -> Drawn:
    counts = {(hour, day): number for hour, day, number in chart["cells"]}
    return draw.heat(Heat(said["title"], said["about"], said["unit"], counts), paper)


DRAW = {SERIES: _series, MULTIPLES: _multiples, ARRIVALS: _arrivals}
