"""The register as CSV: one line a review, codes in words, safe to open in a spreadsheet. No names: the reference leads there."""

import csv
import io
from collections.abc import Iterable
from datetime import date, datetime

from django.utils.translation import gettext as _

from putright.codes.csvs import safe
from putright.law.calendar import day_of

from . import queries, words
from .models import Review

MOST = 5_000


def text(found: Iterable[Review], language: str) -> str:
    """A byte order mark first, so that spreadsheets read the Welsh letters right."""
    paper = io.StringIO()
    writer = csv.writer(paper)
    writer.writerow([
        _("Case"), _("Number"), _("Received"), _("How the complaint was dealt with"), _("Where it stands"), _("What came of it"),
        _("Decided"), _("Category"), _("Area"), _("Recommended"), _("Answer due"), _("Answered"), _("Finished"),
    ])  # fmt: skip
    writer.writerows([safe(cell) for cell in line(one, language)] for one in found)
    return f"\ufeff{paper.getvalue()}"


def line(one: Review, language: str) -> list[str]:
    return [
        one.case.reference, str(one.number), one.received_on.isoformat(), str(words.HANDLED[one.facts["handled"]]),
        str(words.STAGES[queries.stage(one)]), str(words.CAME_OF.get(one.outcome or one.admitted, "")), on(one.decided_at),
        one.category, one.area.name(language) if one.area else "", on(one.recommended_at), on(one.answer_by),
        on(one.answered_on), on(one.finished_at),
    ]  # fmt: skip


def on(when: date | datetime | None) -> str:
    if when is None:
        return ""
    return (day_of(when) if isinstance(when, datetime) else when).isoformat()
