"""A report as it is read in one language: what the page, the PDF and the spreadsheets are all drawn from, so that no one of
them says more than another."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from design.dates import day, moment
from putright.charts.shapes import Drawn, Paper
from putright.measures.words import WHOSE

from . import drawn, queries, rules
from .models import Report, Words


@dataclass(frozen=True)
class Grid:
    """A table: its name, its column heads and its rows; the first cell of a row says what it is. `key`: for an address."""

    key: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    inner: tuple[bool, ...] = ()  # which rows belong to the one above
    words: bool = False  # its cells are sentences


@dataclass(frozen=True)
class Part:
    key: str
    name: str
    words: str
    grids: tuple[Grid, ...]
    charts: tuple[Drawn, ...] = ()
    too_few: tuple[str, ...] = ()  # a sentence for each drawing that shows too few, or for a part with nothing in it
    drafted: bool = False  # from what was done, and read by nobody yet

    @property
    def paragraphs(self) -> list[str]:
        return [one.strip() for one in self.words.split("\n\n") if one.strip()]


@dataclass(frozen=True)
class Told:
    """`standing`: the lines that say what kind of paper this is."""

    title: str
    office: str
    standing: tuple[str, ...]
    parts: tuple[Part, ...]
    changes: Grid
    meanings: Grid
    differences: Grid
    rests_on: str
    ending: tuple[str, ...]


def told(report: Report, language: str, width: int | None = None) -> Told:
    """`width`: of its drawings, in px, for paper; None where they fill the page they stand in."""
    with translation.override(language):
        figures, words, paper = report.figures, queries.words(report), Paper(width, language)
        parts = [_part(one, words.get(one["key"]), figures, paper) for one in figures["sections"]]
        return Told(
            f"{figures['title'][language]}: {figures['named'][language]}", figures["office"][language],
            tuple(_standing(report, language)), tuple(parts), _changes(figures, language), _meanings(figures, language),
            _differences(report, language), (figures["rests_on"] or {}).get(language, ""), tuple(_ending(report)),
        )  # fmt: skip


def _part(section: Any, words: Words | None, figures: Any, paper: Paper) -> Part:
    language = paper.language or "en"
    grids = [_lines(section, figures, language)] if section["lines"] else []
    grids += [_table(one, language) for one in section["tables"]]
    grids += _beside(section, figures, language)
    charts = drawn.drawings(section, figures["changes"], paper)
    written, drafted = getattr(words, language, ""), words is not None and words.by_id is None
    few = drawn.too_few(section, language)
    if not (grids or charts or few or written):
        by_hand = section.get("by_hand", False)  # frozen before it was noted: not told
        few = (_("Nobody has written this part yet.") if by_hand else _("There is nothing to show here for this period."),)
    return Part(section["key"], section["name"][language], written, tuple(grids), charts, few, drafted)


def _beside(section: Any, figures: Any, language: str) -> list[Grid]:
    """What the figures of the part are set beside, once for each; none in reports frozen before there was any."""
    drawings = [one["key"].partition(":")[2] for one in section.get("charts", ())]
    here = {*(one["key"] for one in (*section["lines"], *section["tables"])), *drawings}
    found = [one for one in figures.get("beside", ()) if one["key"] in here]
    rows = tuple((one["name"][language], str(WHOSE[one["whose"]]), one["words"][language], one["source"]) for one in found)
    heads = (_("Figure"), _("Whose figure"), _("What it says"), _("Source"))
    title = _("To set it beside")
    return [Grid(f"beside-{section['key']}", title, heads, rows, (False,) * len(rows), words=True)] if rows else []


def _lines(section: Any, figures: Any, language: str) -> Grid:
    compared = figures["compared"]
    both = compared["before"] != compared["year_before"]  # of a year they are one and the same
    earlier = ("before", "year_before") if both else ("before",)
    heads = (_("Figure"), figures["named"][language], *(compared[one][language] for one in earlier))
    rows = tuple((line["name"][language], *(line[key][language] for key in ("value", *earlier))) for line in section["lines"])
    return Grid(f"figures-{section['key']}", section["name"][language], heads, rows, (False,) * len(rows))


def _table(table: Any, language: str) -> Grid:
    heads = (_("Figure"), *(one[language] for one in table["heads"]))
    rows = tuple((line["name"][language], *(cell[language] for cell in line["cells"])) for line in table["lines"])
    return Grid(table["key"], table["title"][language], heads, rows, tuple(line["inner"] for line in table["lines"]))


def _changes(figures: Any, language: str) -> Grid:
    rows = tuple((day(date.fromisoformat(one["on"]), language), one["words"][language]) for one in figures["changes"])
    return Grid("changes", _("What changed, and when"), (_("Day"), _("What changed")), rows, (False,) * len(rows))


def _meanings(figures: Any, language: str) -> Grid:
    rows = tuple((one["name"][language], one["definition"][language]) for one in figures["meanings"])
    return Grid("meanings", _("What each figure means"), (_("Figure"), _("Meaning")), rows, (False,) * len(rows))


def _differences(report: Report, language: str) -> Grid:
    found = rules.differences(report.revises.figures, report.figures) if report.revises else []
    nothing = _("not there")
    rows = tuple((one.name[language], one.was[language] or nothing, one.now[language] or nothing) for one in found)
    heads = (_("Figure"), _("It was"), _("It is"))
    return Grid("differences", _("What is different from the revision before"), heads, rows, (False,) * len(rows))


def _standing(report: Report, language: str) -> list[str]:
    known = moment(datetime.fromisoformat(report.figures["as_known_at"]), language)
    lines = [_("Drawn up by itself, as known on %(when)s.") % {"when": known}]
    if report.by:
        lines = [_("Drawn up by %(name)s, as known on %(when)s.") % {"name": report.by.name, "when": known}]
    if queries.is_signed(report):
        signed = {"name": report.signed.by.name, "when": moment(report.signed.at, language)}
        lines.append(_("Signed by %(name)s on %(when)s.") % signed)
    else:
        lines.append(_("A draft. Nobody has signed it, and no board has had it."))
    if report.revises:
        lines.append(_("Revision %(number)s, because: %(why)s") % {"number": report.revision, "why": report.why})
    if report.length > rules.MONTH:
        lines.append(_("Where the meaning of a figure says “month”, it is all the months of this report together."))
    lines.append(
        _("Numbers from 1 to 4 are hidden, and sometimes others beside them, so that nobody can be picked out.")
    )
    return lines


def _ending(report: Report) -> list[str]:
    lines = [_("Fingerprint of the figures (SHA-256): %(letters)s") % {"letters": report.fingerprint}]
    if queries.is_signed(report):
        whole = {"letters": report.signed.fingerprint}
        lines.append(_("Fingerprint of the figures and the words, as signed: %(letters)s") % whole)
    return lines
