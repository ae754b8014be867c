"""The drawings of a report as plain data in both languages: frozen with the figures, drawn when somebody reads it.

Hidden as the figures are: a number from 1 to 4, and those that would give it away. What a longer period draws hour by hour
leaves out whatever one of its months leaves out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Count
from django.db.models.functions import ExtractHour, ExtractIsoWeekDay
from django.utils import translation
from django.utils.translation import gettext as _

from offices import Office, Text
from putright.charts import changing
from putright.charts.shapes import Mark
from putright.codes.queries import code_list
from putright.contacts.models import Contact
from putright.facts.measure import Measure
from putright.facts.measures import CATALOGUE
from putright.facts.months import Month, Span
from putright.facts.names import NOT_TOLD
from putright.hiding import rules as hiding
from putright.law.calendar import LONDON
from putright.layouts.rules import ARRIVALS, MULTIPLES, SERIES
from putright.warnings.rules import month_after

from . import monthly
from .rules import MONTH, Period
from .saying import LANGUAGES, said, spoken

Totals = Mapping[date, int | None]
MOST_PANELS = 8
LEAST_POINTS = 2
FEW = "few"  # too little to draw


def pictured(layout_charts: Sequence[str], period: Period, office: Office, at: datetime) -> Iterator[dict[str, Any]]:
    """Each drawing of a part, in its order; a word to no drawing of ours is passed over."""
    for wanted in layout_charts:
        kind, _colon, key = wanted.partition(":")
        if kind == ARRIVALS:
            yield arrivals(period)
        elif kind == SERIES and key in CATALOGUE:
            yield series(CATALOGUE[key], period, office, at)
        elif kind == MULTIPLES and key in CATALOGUE:
            yield multiples(CATALOGUE[key], period, office, at)


def shown(key: str, parts: Mapping[str, int], contacts: int) -> int | None:
    """The total of a month, or nothing where the month's own figures hide it."""
    total = sum(parts.values())
    few = key == "settled" and hiding.share_hidden(total, contacts)
    return None if hiding.small(total) or hiding.total_hidden(parts) or few else total


def since_the_first(counted: Mapping[Month, Mapping[str, int]]) -> dict[Month, Mapping[str, int]]:
    """From the first month in which anything was counted: a nought of a time before us would be no figure."""
    begun = [month for month, parts in counted.items() if any(parts.values())]
    return {month: parts for month, parts in counted.items() if begun and month >= begun[0]}


def series(measure: Measure, period: Period, office: Office, at: datetime) -> dict[str, Any]:
    last = Month.of(period.last_day)
    months = monthly.months_until(last, monthly.SHOWN + monthly.PAST)
    counted = since_the_first(monthly.counts(measure, months, office, at))
    contacts: Mapping[Month, Mapping[str, int]] = {}
    if measure.key == "settled":
        contacts = monthly.counts(CATALOGUE["contacts"], months, office, at)
    totals = {
        month.first: shown(measure.key, parts, sum(contacts.get(month, {}).values())) for month, parts in counted.items()
    }
    return serial(measure, totals)


def serial(measure: Measure, totals: Totals) -> dict[str, Any]:
    """A line through those months with what was to be expected of each; `totals` are what may be shown."""
    judged = monthly.expected(totals)[-monthly.SHOWN :]
    points = [
        {
            "on": one.period.begins.isoformat(), "value": totals[one.period.begins], "centre": rounded(one.expected),
            "low": rounded(one.low), "high": rounded(one.high), "out": bool(one.fired),
        }
        for one in judged
    ]  # fmt: skip
    told = {
        "key": f"{SERIES}:{measure.key}", "unit": said(measure.unit),
        "title": spoken(lambda: _("%(figure)s, month by month"), figure=measure.name),
        "about": spoken(lambda: _("A line through the months, with the changes of those months.")),
    }  # fmt: skip
    enough = sum(one["value"] is not None for one in points) >= LEAST_POINTS
    changes = dated(measure, [one.period.begins for one in judged])
    return told | ({"kind": SERIES, "points": points, "changes": changes} if enough else {"kind": FEW})


def dated(measure: Measure, months: Sequence[date]) -> list[dict[str, Any]]:
    """What changed while those months ran, in both languages: whatever any room keeps of this series, and of all."""
    en, cy = [_changes(measure, language) for language in LANGUAGES]
    return [
        {"on": one.on.isoformat(), "words": {"en": one.label, "cy": other.label}}
        for one, other in zip(en, cy, strict=True)
        if months and months[0] <= one.on < month_after(months[-1])
    ]


def _changes(measure: Measure, language: str) -> list[Mark]:
    with translation.override(language):
        return changing.changes(changing.MEASURE, measure.key)


def rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def multiples(measure: Measure, period: Period, office: Office, at: datetime) -> dict[str, Any]:
    """One strip for each of the largest parts."""
    months = monthly.months_until(Month.of(period.last_day), monthly.SHOWN)
    return strips(measure, since_the_first(monthly.counts(measure, months, office, at)), measure.parts(office, code_list))


def strips(measure: Measure, counted: Mapping[Month, Mapping[str, int]], names: Mapping[str, Text]) -> dict[str, Any]:
    """`counted` is by month; small numbers, and those that would give them away, are left out of a strip."""
    altogether: Counter[str] = Counter()
    for parts in counted.values():
        altogether.update(parts)
    largest = [part for part, number in altogether.most_common() if number and part != NOT_TOLD][:MOST_PANELS]
    away = {month: hiding.hidden(parts) for month, parts in counted.items()}
    panels = [
        {
            "title": said(names.get(part) or Text(part, part)),
            "values": [None if part in away[month] else parts.get(part, 0) for month, parts in counted.items()],
        }
        for part in largest
    ]
    told = {
        "key": f"{MULTIPLES}:{measure.key}", "unit": said(measure.unit), "on": [month.first.isoformat() for month in counted],
        "title": spoken(lambda: _("%(figure)s, each by itself"), figure=measure.name),
        "about": spoken(lambda: _("One strip for each, all on one scale, month by month.")),
    }  # fmt: skip
    enough = len(counted) >= LEAST_POINTS and any(value for panel in panels for value in panel["values"])
    changes = dated(measure, [month.first for month in counted])
    return told | ({"kind": MULTIPLES, "panels": panels, "changes": changes} if enough else {"kind": FEW})


def arrivals(period: Period) -> dict[str, Any]:
    """When contacts reached us in the period: by hour and weekday, London time. A query for it and one for each of its months."""
    counted = by_hour(period)
    away: frozenset[str] = frozenset()
    if period.length != MONTH:
        month = Period(period.year, period.number)
        for _again in range(period.length):
            away |= hiding.hidden(by_hour(month))
            month = Period(month.next.year, month.next.number)
    return heat(counted, away)


def heat(counted: Mapping[str, int], more: frozenset[str] = frozenset()) -> dict[str, Any]:
    """The hours with what must be hidden left out, and `more`."""
    away = hiding.hidden(counted) | more
    told = {
        "key": ARRIVALS, "unit": spoken(lambda: _("contacts")),
        "title": spoken(lambda: _("When people come, by hour and weekday")),
        "about": spoken(lambda: _("Contacts by the hour and weekday they came in, London time.")),
    }  # fmt: skip
    known = sum(1 for key, number in counted.items() if number and key not in away)
    if hiding.total_hidden(counted) or known * 2 < sum(1 for number in counted.values() if number) or not known:
        return told | {"kind": FEW}
    cells = [[*map(int, key.split("-")), None if key in away else number] for key, number in sorted(counted.items())]
    return told | {"kind": ARRIVALS, "cells": cells}


def by_hour(period: Period | Span) -> dict[str, int]:
    """Hour and weekday, Monday nought -> how many. One query."""
    by = {"hour": ExtractHour("received_at", tzinfo=LONDON), "day": ExtractIsoWeekDay("received_at", tzinfo=LONDON)}
    within = Contact.objects.filter(received_at__gte=period.start, received_at__lt=period.end).order_by()
    counted = {f"{hour:02}-{day}": 0 for hour in range(24) for day in range(7)}
    for row in within.values(**by).annotate(number=Count("pk")):
        counted[f"{row['hour']:02}-{row['day'] - 1}"] = row["number"]
    return counted

