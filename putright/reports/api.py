"""The month's figures for another system: as an analyst sees them, small numbers hidden."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language
from ninja import Path, Router, Schema
from pydantic import Field

from putright.codes.queries import with_reasons
from putright.contacts.channels.systems.problems import SENTENCES, Problem
from putright.contacts.channels.systems.rules import MEASURES
from putright.contacts.channels.systems.schema import refusals
from putright.contacts.channels.systems.wire import Bearer, take_turn
from putright.facts.months import Month
from putright.facts.sources import Scope
from putright.people.queries import office

from . import queries
from .cells import Cells, Line, Reader
from .sheet import Sheet

router = Router()


class FigureOut(Schema):
    code: str = Field(description="The figure as a word for machines: the same in every language and month.")
    part: str = Field(description="Which part of it; empty for the whole.")
    name: str = Field(description="The figure or the part in the language of Accept-Language.")
    values: list[str] = Field(description="As written on the page of the month, under each of the table’s heads.")


class TableOut(Schema):
    code: str
    title: str
    heads: list[str]
    figures: list[FigureOut]


class MonthOut(Schema):
    """A number from 1 to 4, and whatever would give one away, is the word “hidden”."""

    year: int
    month: int
    going_on: bool = Field(description="The month is not over: these figures will change.")
    headline: list[FigureOut]
    tables: list[TableOut]


@router.get(
    "/measures/{year}/{month}", url_name="month", operation_id="readMonth", auth=Bearer(MEASURES), tags=["Measures"],
    response={200: MonthOut, **refusals(404, 422, 429)}, summary="Read the figures of a month",
)  # fmt: skip
def month_figures(
    request: HttpRequest,
    year: int = Path(..., ge=1, le=9999, description="The year, in four figures.", examples=[2026]),
    month: int = Path(..., ge=1, le=12, description="The month, 1 to 12.", examples=[3]),
) -> dict[str, Any]:
    """Scope `measures:read`. What the page of the month shows to an analyst: counts, never cases and never names."""
    take_turn(request)
    sheet = sheet_of(request, year, month)
    return {
        "year": year, "month": month, "going_on": sheet.make.month == Month.of(request.at),
        "headline": [figure(line) for line in (*sheet.headline, *sheet.worth)],
        "tables": [
            {"code": one.key, "title": one.title, "heads": list(one.heads), "figures": [figure(line) for line in one.lines]}
            for one in sheet.tables
        ],
    }  # fmt: skip


def sheet_of(request: HttpRequest, year: int, number: int) -> Sheet:
    """The same sheet the page draws, for a reader who opens nothing."""
    try:
        month = Month(year, number)
    except ValueError as no_such_month:
        raise Problem("not-found", [no_month()]) from no_such_month
    if month > Month.of(request.at):
        raise Problem("not-found", [no_month()])
    scope = Scope(month, with_reasons(office(), month.last_day), request.at)
    reader = Reader("cy" if get_language() == "cy" else "en", opens=False, hides=True)
    return Sheet(Cells(queries.figures(scope), month, reader), scope.office)


def no_month() -> dict[str, str]:
    return {"field": "month", "code": "no_month", "message": str(SENTENCES["no_month"])}


def figure(line: Line) -> dict[str, Any]:
    return {"code": line.key, "part": line.part, "name": line.name, "values": [cell.text for cell in line.cells]}
