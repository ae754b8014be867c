"""A report as a workbook: one sheet of words, one for each part, and one for the definitions."""

from collections.abc import Iterator

from django.utils import translation
from django.utils.translation import gettext as _

from putright.paper.workbook import TYPES, WRITERS

from .models import Report
from .told import Grid, Told, told

KINDS = tuple(WRITERS)


def as_workbook(report: Report, kind: str, language: str) -> tuple[bytes, str]:
    """Its bytes and its kind of file. `kind`: ods or xlsx."""
    with translation.override(language):
        return b"".join(WRITERS[kind](sheets(told(report, language)), numbers=True)), TYPES[kind]


def sheets(one: Told) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    about: list[tuple[str, ...]] = [
        (one.office,),
        (one.title,),
        *((line,) for line in (*one.standing, one.rests_on, *one.ending) if line),
    ]
    yield _("About this report"), about
    for part in one.parts:
        charts = [Grid("", one.table.caption, one.table.heads, one.table.rows) for one in part.charts]
        words = [(one,) for one in (*part.paragraphs, *part.too_few)]
        yield part.name, [(part.name,), *words, *_rows(*part.grids, *charts)]
    for grid in (one.differences, one.changes, one.meanings):
        if grid.rows:
            yield grid.title, list(_rows(grid))


def _rows(*grids: Grid) -> Iterator[tuple[str, ...]]:
    for grid in grids:
        yield ()
        yield (grid.title,)
        yield grid.heads
        yield from grid.rows
