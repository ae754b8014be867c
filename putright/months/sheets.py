"""A report as a workbook: one sheet of words, one for each part, and one for the definitions."""

import io
from collections.abc import Iterator

from django.utils import translation
from django.utils.translation import gettext as _

from . import workbook
from .models import Report
from .told import Grid, Told, told

KINDS = {"ods": (workbook.write_ods, workbook.ODS), "xlsx": (workbook.write_xlsx, workbook.XLSX)}


def as_workbook(report: Report, kind: str, language: str) -> tuple[bytes, str]:
    """Its bytes and its kind of file. `kind`: ods or xlsx."""
    write, said = KINDS[kind]
    paper = io.BytesIO()
    with translation.override(language):
        write(paper, sheets(told(report, language)))
    return paper.getvalue(), said


def sheets(one: Told) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    about: list[tuple[str, ...]] = [
        (one.office,),
        (one.title,),
        *((line,) for line in (*one.standing, one.rests_on, *one.ending) if line),
    ]
    yield _("About this report"), about
    for part in one.parts:
        yield part.name, [(part.name,), *((words,) for words in part.paragraphs), *_rows(*part.grids)]
    for grid in (one.differences, one.changes, one.meanings):
        if grid.rows:
            yield grid.title, list(_rows(grid))


def _rows(*grids: Grid) -> Iterator[tuple[str, ...]]:
    for grid in grids:
        yield ()
        yield (grid.title,)
        yield grid.heads
        yield from grid.rows
