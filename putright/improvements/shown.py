"""What the pages show: lists to choose from, where an improvement came from, the drawing of its series."""

from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from putright.charts import changing, draw
from putright.charts.changing import MEASURE
from putright.charts.shapes import Drawn, Point, Series
from putright.codes.queries import asked_once
from putright.facts.measures import CATALOGUE, MEASURES
from putright.law.calendar import day_of
from putright.warnings import drawn, queries
from putright.warnings.actions import Which
from putright.warnings.named import language, names
from putright.warnings.rules import WHICH

from .actions import Begun
from .counting import of_measure
from .models import Improvement
from .queries import warned
from .words import FROM, month

Choices = list[tuple[str, str]]


def named(request: HttpRequest, which: str) -> Callable[[str], str]:
    """What a code of a list is called today; an unknown one stays as it is."""
    listed, today = asked_once(request, which), day_of(request.at)
    return lambda code: listed.name(code, today, language()) or code if code else ""


def lists(request: HttpRequest, series: str, kind: str = "", cause: str = "") -> dict[str, Choices]:
    """What the form offers; what it already says stays among it, though the office has closed that code."""
    return {
        "kind": _listed(request, "improvements", kind),
        "cause": _listed(request, "causes", cause),
        "series": _series(request, series),
    }


def _listed(request: HttpRequest, which: str, now: str) -> Choices:
    open_now = [row.code for row in asked_once(request, which).in_force(day_of(request.at))]
    return [(code, named(request, which)(code)) for code in dict.fromkeys([*open_now, *filter(None, [now])])]


def _series(request: HttpRequest, now: str) -> Choices:
    """Every series anything was counted in, by name: reasons first, then areas; and every measure of the catalogue."""
    found: Choices = []
    for which in WHICH:
        held = [now.partition("/")[2]] if now.startswith(f"{which}/") else []
        wanted = list(dict.fromkeys([*queries.series(which, request.at), *held]))
        called = names(request, which, wanted)
        found += sorted(((f"{which}/{code}", name) for code, name in called.items()), key=lambda one: one[1].casefold())
    measures = [(f"{MEASURE}/{one.key}", _("Measure: %(name)s") % {"name": one.name.said(language())}) for one in MEASURES]
    return found + sorted(measures, key=lambda one: one[1].casefold())


def title(request: HttpRequest, warning: Which | None) -> str:
    if warning is None:
        return ""
    return names(request, warning.which, [warning.code]).get(warning.code, "")[:120]


def said(request: HttpRequest, came: Begun) -> str:
    """What the new one comes from, in words."""
    warning = warned(came.kind, came.ref)
    if warning:
        return f"{FROM['warning']}: {title(request, warning)}, {month(warning.begins)}"
    return f"{FROM[came.kind]}: {came.ref}" if came.kind else ""


def came(request: HttpRequest, one: Improvement) -> tuple[str, str]:
    """Where it came from, in words and as an address; no address for what this office does not keep here."""
    warning = warned(one.from_kind, one.from_ref)
    if warning:
        return said(request, Begun("warning", one.from_ref)), reverse("warnings:one", args=[warning.which, warning.code])
    return said(request, Begun(one.from_kind, one.from_ref)), ""


def chart(request: HttpRequest, one: Improvement) -> Drawn | None:
    """Its series with the changes marked; None where nothing counts it, or nothing was counted."""
    if one.which == MEASURE:
        return _measured(one, request.at)
    found = queries.of(one.which, one.code, request.at) if one.code else []
    if not found:
        return None
    called = names(request, one.which, [one.code]).get(one.code, one.code)
    return draw.series(drawn.chart(found, called, "month", changing.changes(one.which, one.code)))


def _measured(one: Improvement, at: datetime) -> Drawn | None:
    found = of_measure(one.code, one.changed_on, at)
    if not found:
        return None
    measure = CATALOGUE[one.code]
    about = _("%(measure)s, month by month, around the change.") % {"measure": measure.name.said(language())}
    points = [Point(period.begins, period.count) for period in found]
    marks = changing.changes(MEASURE, one.code)
    return draw.series(Series(measure.name.said(language()), about, measure.unit.said(language()), points, marks))


def whole(request: HttpRequest, one: Improvement) -> tuple[str, str]:
    """What counts it, in words and as the page that shows all of it; empty where nothing does."""
    if one.which == MEASURE and one.code in CATALOGUE:
        return CATALOGUE[one.code].name.said(language()), reverse("reports:measure", args=[one.code])
    if one.code and one.which != MEASURE:
        return names(request, one.which, [one.code]).get(one.code, one.code), reverse("warnings:one", args=[one.which, one.code])
    return "", ""
