"""The figures of a period as plain data in both languages, small numbers hidden: what a report keeps for good.

A quarter or a year hides whatever one of its months hides. It then says nothing that its months do not say, so that
nobody can take the months they were given away from it and find a number that was hidden."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from design.dates import month_name
from offices.layouts import Layout
from putright.codes.queries import code_list, with_reasons
from putright.facts.measure import Measure
from putright.facts.measures import CATALOGUE
from putright.facts.sources import Scope
from putright.law.calendar import day_of
from putright.layouts.rules import keys as keys_of
from putright.measures.derived import BY_KEY, Derived
from putright.measures.queries import beside as beside_on
from putright.people.models import Handler
from putright.people.queries import office
from putright.reports import queries
from putright.reports.cells import Cells, Line, Reader, Table
from putright.reports.sheet import Sheet

from . import picturing, rules
from . import queries as kept_from
from .models import Change, Report
from .refusals import AlreadyDrawnUp
from .rules import MONTH, Period
from .saying import LANGUAGES, Said, said, spoken

Hidden = frozenset[str]


def frozen(layout: Layout, period: Period, *, at: datetime) -> dict[str, Any]:
    """Everything a report of that period says, as known at that moment. Counts the period, its months, the period before and
    the same a year before."""
    here = office()
    told: dict[str, Any] = {
        "layout": layout.slug, "title": said(layout.words), "period": [period.year, period.number, period.length],
        "named": named(period), "as_known_at": at.isoformat(), "office": {one: here.name(one) for one in LANGUAGES},
        "sections": counted(layout, period, at=at),
    }  # fmt: skip
    draw_in(told["sections"], layout, period, at)
    told["changes"] = changes(period, told["sections"])
    earlier = {"before": period.before, "year_before": period.year_before}
    values = {
        key: dict(rules.numbered({"sections": counted(layout, one, at=at)}))
        for key, one in earlier.items()
        if kept_from.begun(one)
    }
    told["compared"] = {key: named(one) for key, one in earlier.items()}
    nothing = spoken(lambda: _("not known"))
    for section in told["sections"]:
        for line in section["lines"]:
            line |= {key: values.get(key, {}).get(line["key"], ("", nothing))[1] for key in earlier}
    more = {"meanings": meanings(layout), "rests_on": rests_on(period), "beside": beside(layout, at)}
    return told | more


def draw_in(sections: list[dict[str, Any]], layout: Layout, period: Period, at: datetime) -> None:
    """The drawings of each part, into it."""
    here = with_reasons(office(), period.last_day, code_list("reasons"))
    for section, part in zip(sections, layout.parts, strict=True):
        section["charts"] = list(picturing.pictured(part.charts, period, here, at))


def beside(layout: Layout, at: datetime) -> list[dict[str, Any]]:
    """What the figures of the layout are set beside, with its source."""
    known = [key for key in keys_of(layout) if key in CATALOGUE or key in BY_KEY]
    return [
        {"key": key, "name": said((CATALOGUE.get(key) or BY_KEY[key]).name), "whose": one.whose, "words": said(one.sentence),
         "source": one.source}
        for key, lines in beside_on(known, day_of(at), office()).items() for one in lines
    ]  # fmt: skip


def unkept(layout: Layout, period: Period, *, by: Handler, at: datetime) -> Report:
    """A report to look at. It is not in the database, and has no words."""
    row = Report(layout=layout.slug, year=period.year, number=period.number, length=period.length, by=by, at=at)
    row.figures = frozen(layout, period, at=at)
    return row


def keep(row: Report, period: Period, told: dict[str, Any]) -> Report:
    """Keep the figures for good, with their fingerprint. Refuses AlreadyDrawnUp."""
    row.year, row.number, row.length = period.year, period.number, period.length
    row.figures, row.fingerprint = told, rules.fingerprint(told)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise AlreadyDrawnUp from None
    return row


def named(period: Period) -> Said:
    """March 2026; January to March 2026; April 2025 to March 2026."""
    last = period.last_day
    if period.length == MONTH:
        return {one: f"{month_name(period.number, one)} {period.year}" for one in LANGUAGES}
    year = "" if last.year == period.year else f" {period.year}"
    to = {"en": "to", "cy": "i"}
    return {
        one: f"{month_name(period.number, one)}{year} {to[one]} {month_name(last.month, one)} {last.year}"
        for one in LANGUAGES
    }


def counted(layout: Layout, period: Period, *, at: datetime) -> list[dict[str, Any]]:
    """The parts of the layout with their figures."""
    sheets = sheets_of(period, at)
    away = hidden_in_months(layout, period, at)
    return [
        {
            "key": part.slug, "name": said(part.words),
            "lines": [_line(key, sheets, away) for key in part.figures if _has(key, sheets["en"])],
            "tables": [_table(key, sheets, away) for key in part.tables],
            "by_hand": not (part.figures or part.tables or part.charts),
        }
        for part in layout.parts
    ]  # fmt: skip


def sheets_of(period: Period, at: datetime) -> Mapping[str, Sheet]:
    """The figures as somebody sees them who may open no case, in each language. Counted once."""
    here = with_reasons(office(), period.last_day, code_list("reasons"))
    scope = Scope(period, here, at)
    figures = replace(queries.figures(scope), months=period.length)
    return {
        one: Sheet(Cells(figures, period, Reader(one, opens=False, hides=True)), here, scope.lists) for one in LANGUAGES
    }


def hidden_in_months(layout: Layout, period: Period, at: datetime) -> Hidden:
    """The keys of the figures that one of a longer period's months hides."""
    if period.length == MONTH:
        return frozenset()
    month, found = Period(period.year, period.number), set()
    for _again in range(period.length):
        sections = counted(layout, month, at=at)
        found |= {key for key, (_name, value) in rules.numbered({"sections": sections}) if value == hidden()}
        month = Period(month.next.year, month.next.number)
    return frozenset(found)


def hidden() -> Said:
    return spoken(lambda: _("hidden"))


def _has(key: str, sheet: Sheet) -> bool:
    return key in CATALOGUE or sheet.figures.costs is not None or key in ("settled-share", "days-to-contact")


def _line(key: str, sheets: Mapping[str, Sheet], away: Hidden) -> dict[str, Any]:
    drawn = {}
    for one, sheet in sheets.items():
        with translation.override(one):
            drawn[one] = sheet.whole(key) if key in CATALOGUE else sheet.derived(key)
    value = {one: line.cells[0].text for one, line in drawn.items()}
    return {
        "key": key,
        "name": {one: line.name for one, line in drawn.items()},
        "value": hidden() if key in away else value,
    }


def _table(key: str, sheets: Mapping[str, Sheet], away: Hidden) -> dict[str, Any]:
    tables: dict[str, Table] = {}
    for one, sheet in sheets.items():
        with translation.override(one):
            tables[one] = next((table for table in sheet.tables if table.key == key), None) or sheet.split(key)
    heads = [{"en": en, "cy": cy} for en, cy in zip(tables["en"].heads, tables["cy"].heads, strict=True)]
    pairs = zip(tables["en"].lines, tables["cy"].lines, strict=True)
    lines = [_row(key, pair, away) for pair in pairs]
    return {"key": key, "title": {one: table.title for one, table in tables.items()}, "heads": heads, "lines": lines}


def _row(table: str, pair: tuple[Line, Line], away: Hidden) -> dict[str, Any]:
    en, cy = pair
    part = f"{en.key}/{en.part}"
    cells = [{"en": one.text, "cy": other.text} for one, other in zip(en.cells, cy.cells, strict=True)]
    return {
        "part": part, "name": {"en": en.name, "cy": cy.name}, "inner": en.inner,
        "cells": [hidden() if f"{table}/{part}/{place}" in away else cell for place, cell in enumerate(cells)],
    }  # fmt: skip


def meanings(layout: Layout) -> list[dict[str, Any]]:
    """The definition of every figure in the layout, as the catalogue has it today."""
    known: dict[str, Measure | Derived] = {**BY_KEY, **CATALOGUE}
    return [
        {"key": one.key, "name": said(one.name), "definition": said(one.definition), "unit": said(one.unit)}
        for one in (known[key] for key in dict.fromkeys(_keys(layout)) if key in known)
    ]


def _keys(layout: Layout) -> Iterator[str]:
    for key in keys_of(layout):
        yield from ("kept", "missed", "excused") if key == "promises" else (key,)


def changes(period: Period, sections: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What happened in the year up to the end of the period, and whatever else stands on its drawings; the newest first."""
    kept = Change.objects.filter(on__gte=period.year_before.last_day, on__lte=period.last_day).order_by("pk")
    found = [{"on": one.on.isoformat(), "words": {"en": one.en, "cy": one.cy}} for one in kept]
    drawn = (one for section in sections for chart in section["charts"] for one in chart.get("changes", ()))
    for one in drawn:
        found += [one] if one not in found else []
    return sorted(found, key=lambda one: str(one["on"]), reverse=True)


def rests_on(period: Period) -> Said | None:
    """What the office says of its cost figures, and of the figure it is compared with."""
    costs = office().costs(period.last_day)
    return said(costs.note) if costs else None
