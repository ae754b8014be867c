"""All figures of a period as lines of cells. The page and the CSV are drawn from the same lines, so what is hidden on one
is hidden on the other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils.translation import gettext as _

from offices import Office, Text
from putright.clocks.periods import PROMISES
from putright.codes.queries import code_list
from putright.facts import names
from putright.facts.measures import CATALOGUE, MEASURES
from putright.facts.of_answers import ANSWERS
from putright.facts.of_victims import VICTIMS
from putright.facts.rows import WHOLE
from putright.hiding import rules as hiding
from putright.measures.derived import BY_KEY, DERIVED
from putright.measures.figure import Share
from putright.measures.shares import SHARES

from .cells import Cell, Cells, Line, Table, away_in, few_settled, per_cent
from .figures import Figures
from .rules import share
from .worth import text

VALUE = ("cost-per-contact", "cost-per-resolution", "officer-hours", "money-saved", "net", "break-even")
FRACTIONS = ("settled-share", "days-to-contact")
MEASURED = (
    "days-to-log", "days-outside", "days-recorded", "days-less-stops", *(one.key for one in SHARES), "speed-of-answer",
    "cases-each-thousand", "allegations-each-thousand",
)  # fmt: skip
REVIEWS = ("reviews-upheld", "days-to-review")


@dataclass(frozen=True)
class Sheet:
    """The figures of one period for one reader."""

    make: Cells
    office: Office
    lists: names.Lists = code_list

    @property
    def figures(self) -> Figures:
        return self.make.figures

    def said(self, words: Text) -> str:
        return words.said(self.make.reader.language)

    @cached_property
    def headline(self) -> tuple[Line, ...]:
        share_settled, days = (self.derived(key) for key in FRACTIONS)
        return (self.whole("contacts"), self.whole("settled"), share_settled, days, self.whole("put-right"),
                self.whole("often"), *reviewed(self))  # fmt: skip

    @cached_property
    def worth(self) -> tuple[Line, ...]:
        """Cost per contact and per resolution side by side, then what it is worth; none when costs are not set."""
        return tuple(self.derived(key) for key in VALUE) if self.figures.costs else ()

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        return (
            self.split("contacts"), self.split("kinds"), self.split("topics"), self.split("vehicles"), self.reasons(),
            self.split("heard"), promise_table(self), self.split("logged"), self.split("recorded"), self.split("passed-on"),
            self.split("handed-over"), self.split("reviews-asked"), self.split("reviews-checked"), self.split("reviews-decided"),
            *(self.split(measure.key) for measure in VICTIMS),
        )  # fmt: skip

    @property
    def meanings(self) -> Iterator[tuple[str, str, str]]:
        """Every figure's key, name and definition, as the catalogue has them."""
        for one in (*MEASURES, *DERIVED):
            yield one.key, self.said(one.name), self.said(one.definition)

    def whole(self, key: str, name: str = "") -> Line:
        return Line(key, "", name or self.said(CATALOGUE[key].name), (self.make.total(key),))

    def derived(self, key: str) -> Line:
        one, total = BY_KEY[key], self.figures.total
        hide = few_settled(self.figures) if one.rests_on == "settled" else hiding.small(total(one.rests_on))
        if isinstance(one, Share):
            hide = hiding.share_hidden(*one.numbers(self.figures.counts))
        elif key == "reviews-upheld":
            hide = hiding.share_hidden(self.figures.upheld, total(one.rests_on))
        address = self.make.address(one.rests_on) if total(one.rests_on) else ""
        cell = self.make.text(text(self.figures, key) or _("not known"), hide=hide, address=address)
        return Line(key, "", self.said(one.name), (cell,))

    def split(self, key: str) -> Table:
        """A measure by its parts, then altogether. A part the catalogue has no name for is called by its code."""
        measure, counts = CATALOGUE[key], self.figures.parts(key)
        named = measure.parts(self.office, self.lists)
        unnamed = {part: Text(part, part) for part in sorted(counts.keys() - named.keys() - {WHOLE})}
        lines = [
            self.make.line(key, part, self.said(words), counts.get(part, 0), away_in(counts))
            for part, words in {**named, **unnamed}.items()
            if counts.get(part) or part not in (names.NOT_TOLD, "import")
        ]
        altogether = self.whole(key, _("All"))
        lines.append(replace(altogether, cells=(*altogether.cells, Cell(""))))
        return Table(key, self.said(measure.name), (_("Number"), _("Share")), tuple(lines))

    def reasons(self) -> Table:
        """Groups, the most frequent first, each with its reasons beneath. What nobody gave is left out."""
        groups = self.figures.parts("reason-groups")
        order = sorted((part for part in groups if groups[part]), key=lambda part: (-groups[part], part))
        lines = [line for part in order for line in reason_lines(self, part, hide=part in away_in(groups))]
        heads = (_("Number"), _("Share"))
        return Table("reasons", self.said(CATALOGUE["reasons"].name), heads, tuple(lines))


def measured(sheet: Sheet) -> tuple[Line, ...]:
    """The rest of what is worked out, on a page of its own: those of which anything is known."""
    return tuple(sheet.derived(key) for key in MEASURED if sheet.figures.worked(key) is not None)


def answers(sheet: Sheet) -> tuple[Table, ...]:
    """The tables beside them."""
    return tuple(sheet.split(measure.key) for measure in ANSWERS)


def reviewed(sheet: Sheet) -> tuple[Line, ...]:
    """Only where any review was decided: an office with none has no line that says not known."""
    return tuple(sheet.derived(key) for key in REVIEWS) if sheet.figures.total("reviews-decided") else ()


def promise_table(sheet: Sheet) -> Table:
    """Kept, missed and excused. No total: a promise of one day and one of four weeks do not add up to anything."""
    heads = (_("Kept in time"), _("Not kept in time"), _("Excused"), _("Share kept"))
    lines = tuple(promise_line(sheet, part) for part in PROMISES)
    return Table("promises", _("Promises that fell due"), heads, lines)


def reason_lines(sheet: Sheet, group: str, *, hide: bool) -> Iterator[Line]:
    """A group of reasons and, beneath it, its reasons."""
    said, make = names.reasons(sheet.office, sheet.lists), sheet.make
    groups = sheet.figures.parts("reason-groups")
    yield make.line("reason-groups", group, sheet.said(said[group]), groups[group], frozenset({group} if hide else ()))
    within = reasons_within(sheet, group)
    away = frozenset(within) if hide or hiding.total_hidden(within) else away_in(within)
    for part in sorted(within, key=lambda part: -within[part]):
        if part != group:
            yield replace(make.line("reasons", part, sheet.said(said[part]), within[part], away), inner=True)


def reasons_within(sheet: Sheet, group: str) -> Mapping[str, int]:
    counts, group_of = sheet.figures.parts("reasons"), names.group_of(sheet.office)
    return {part: counts[part] for part in group_of if counts.get(part) and group_of[part] == group}


def promise_line(sheet: Sheet, part: str) -> Line:
    kept, missed, excused = (sheet.figures.parts(key).get(part, 0) for key in ("kept", "missed", "excused"))
    make, risky = sheet.make, hiding.small(kept) or hiding.small(missed)
    cells = (
        make.number("kept", part, kept, hide=hiding.small(kept)),
        make.number("missed", part, missed, hide=hiding.small(missed)),
        make.number("excused", part, excused, hide=hiding.small(excused)),
        make.text(per_cent(share(kept, kept + missed)), hide=risky),
    )
    return Line("kept", part, sheet.said(names.CLOCKS[part]), cells)
