"""A report as PDF/UA-1: tagged, its tables with their heads, in one language. The words go to Typst as data."""

import json
import re
from dataclasses import asdict
from html import unescape
from pathlib import Path
from typing import Any

import typst
from django.conf import settings

from putright.charts.shapes import Drawn
from putright.paper.pdf import FAMILY, typefaces
from putright.paper.typeface import characters, printable

from .models import Report
from .told import told

WIDTH = 640  # px across a page
LAYOUT = Path(__file__).with_name("report.typ")


def pdf(report: Report, language: str) -> bytes:
    """The same bytes each time it is asked for. Raises paper.pdf.NoTypeface, or typst.TypstError for a fault of ours."""
    folder, one = str(settings.FONTS), told(report, language, WIDTH)
    parts = [
        asdict(part) | {"paragraphs": part.paragraphs, "charts": [_chart(chart) for chart in part.charts]} for part in one.parts
    ]
    whole = asdict(one) | {"parts": parts, "font": FAMILY, "language": language}
    return typst.compile(
        LAYOUT.read_bytes(), font_paths=typefaces(folder), pdf_standards=["ua-1"], format="pdf",
        sys_inputs={"report": json.dumps(_printable(whole, language, characters(folder)))},
        timestamp=int(report.at.timestamp()),
    )  # fmt: skip


def _chart(chart: Drawn) -> dict[str, Any]:
    """The drawing itself, the words for whoever does not see it, and its table."""
    description = re.search(r"<desc[^>]*>(.*?)</desc>", str(chart.svg))
    about = unescape(description[1]) if description else ""
    table: dict[str, Any] = {"title": chart.table.caption, "heads": chart.table.heads, "rows": chart.table.rows}
    table |= {"inner": [False] * len(chart.table.rows), "words": False}
    return {"title": chart.title, "svg": str(chart.svg), "about": f"{chart.title}. {about}", "key": chart.key, "table": table}


def _printable(value: Any, language: str, drawn: frozenset[int]) -> Any:
    if isinstance(value, str):
        return printable(value, language, drawn)
    if isinstance(value, dict):
        return {key: _printable(inner, language, drawn) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_printable(inner, language, drawn) for inner in value]
    return value


def file_name(report: Report, ending: str) -> str:
    """quality-of-service-2019-02.pdf; with the months of a longer period and the number of a revision."""
    length = f"-{report.length}-months" if report.length > 1 else ""
    revision = f"-revision-{report.revision}" if report.revision > 1 else ""
    return f"{report.layout}-{report.year}-{report.number:02}{length}{revision}.{ending}"
