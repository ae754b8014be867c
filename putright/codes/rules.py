"""What may be done to a dated list. Pure: rows go in; rows, steps and problems come out. Days are inclusive at both ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

FORM = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*")
RECALLED = ("", "code", "all")
DAY = timedelta(days=1)
LENGTHS = {"code": 60, "en": 200, "cy": 200, "edition": 120, "source": 200}


@dataclass(frozen=True, slots=True)
class Row:
    """A code as it stood from `since` to `until`; None: until further notice."""

    code: str
    en: str
    cy: str
    since: date
    until: date | None = None
    parent: str = ""
    edition: str = ""
    source: str = ""
    recalled: str = ""
    mapped_to: str = ""

    def in_force(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on <= self.until)

    def name(self, language: str) -> str:
        return self.cy if language == "cy" else self.en

    @property
    def last(self) -> date:
        return self.until or date.max

    @property
    def key(self) -> tuple[str, date]:
        return self.code, self.since


@dataclass(frozen=True)
class Rows:
    """All rows of one list, closed ones and those to come too, in the list's order."""

    rows: tuple[Row, ...] = ()

    def in_force(self, on: date) -> tuple[Row, ...]:
        """The rows of that day, each part after the row it belongs to."""
        here = [row for row in self.rows if row.in_force(on)]
        tops = [row for row in here if not row.parent]
        return tuple(row for top in tops for row in (top, *(part for part in here if part.parent == top.code)))

    def of(self, code: str) -> tuple[Row, ...]:
        return tuple(sorted((row for row in self.rows if row.code == code), key=lambda row: row.since))

    def find(self, code: str, on: date) -> Row | None:
        return next((row for row in self.rows if row.code == code and row.in_force(on)), None)

    def readable(self, code: str, on: date) -> Row | None:
        """The row to read an old case by: of that day, else the last that had begun, else the first of all."""
        of = self.of(code)
        begun = [row for row in of if row.since <= on]
        return begun[-1] if begun else next(iter(of), None)

    def name(self, code: str, on: date, language: str) -> str:
        """What the code was called that day. One that is in no list is shown as it is."""
        row = self.readable(code, on)
        return row.name(language) if row else code


@dataclass(frozen=True)
class Problem:
    """Why rows may not stand: a word for the reason, the code, and what the sentence needs."""

    why: str
    code: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


class Cannot(Exception):
    """A change that cannot even be tried. Carries its problems."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*(problem.why for problem in problems))
        self.problems = problems


@dataclass(frozen=True)
class Bounds:
    """What a list is held to: its longest code, the day each code was last used, the list `mapped_to` points into, and
    whether every code must point there."""

    longest: int = 60
    last_used: Mapping[str, date] = field(default_factory=dict)
    mapped: Rows | None = None
    must_point: bool = False


@dataclass(frozen=True)
class Step:
    """One thing a change does: `added`, `ended`, or `renamed` (one row ended and the next begun the day after)."""

    verb: str
    old: Row | None
    new: Row | None

    @property
    def code(self) -> str:
        row = self.new or self.old
        return row.code if row else ""

    @property
    def day(self) -> date | None:
        """The first day on which something is different."""
        if self.new:
            return self.new.since
        return self.old.until + DAY if self.old and self.old.until and self.old.until < date.max else None


def add(rows: Rows, new: Row) -> Rows:
    return Rows((*rows.rows, new))


def end(rows: Rows, code: str, until: date) -> Rows:
    """The code's row of that day ends with it. A part or a row to come is not ended with it: that is a problem."""
    return Rows(tuple(replace(row, until=until) if row is _of(rows, code, until) else row for row in rows.rows))


def rename(rows: Rows, code: str, new: tuple[str, str], since: date) -> Rows:
    """From that day on the code has other names; what was before keeps the names it had."""
    old = _of(rows, code, since)
    if old.since == since:
        raise Cannot(Problem("begins_that_day", code, {"day": since}))
    if (old.en, old.cy) == new:
        raise Cannot(Problem("same_names", code))
    later = replace(old, en=new[0], cy=new[1], since=since)
    return Rows(tuple(r for row in rows.rows for r in ((replace(row, until=since - DAY), later) if row is old else (row,))))


def _of(rows: Rows, code: str, on: date) -> Row:
    row = rows.find(code, on)
    if row is None:
        raise Cannot(Problem("not_in_force", code, {"day": on}))
    return row


def steps(before: Rows, after: Rows) -> list[Step]:
    """What differs, in the list's order. An end and a beginning of one code, a day apart, are one renaming."""
    old = {row.key: row for row in before.rows}
    new = [row for row in after.rows if row.key not in old]
    ends = [row for row in after.rows if row.key in old and row != old[row.key]]
    begins = {(row.code, row.since - DAY): row for row in new if row.since > date.min}
    made = []
    for row in ends:
        follows = begins.get((row.code, row.last))
        made.append(Step("renamed" if follows else "ended", row, follows))
    renamed = {step.new.key for step in made if step.new}
    return made + [Step("added", None, row) for row in new if row.key not in renamed]


def problems(before: Rows, after: Rows, bounds: Bounds) -> list[Problem]:
    """Everything wrong with the list as it would be. Nothing: the change may be made."""
    old = {row.key: row for row in before.rows}
    found: list[Problem] = []
    for row in after.rows:
        if row == old.get(row.key):
            continue
        found += [*_form(row, bounds), *_used(row, old.get(row.key), bounds)]
    return found + [*_overlaps(after), *_parents(after), *_mapped(before, after, bounds)]


def _form(row: Row, bounds: Bounds) -> Iterator[Problem]:
    if not FORM.fullmatch(row.code):
        yield Problem("code_form", row.code)
    if len(row.code) > bounds.longest:
        yield Problem("code_long", row.code, {"longest": bounds.longest})
    if not row.en.strip() or not row.cy.strip():
        yield Problem("names_missing", row.code)
    if any(len(getattr(row, name)) > length for name, length in LENGTHS.items()):
        yield Problem("too_long", row.code)
    if row.until is not None and row.until < row.since:
        yield Problem("ends_first", row.code, {"since": row.since, "until": row.until})
    if row.recalled not in RECALLED:
        yield Problem("recalled_form", row.code)


def _used(row: Row, old: Row | None, bounds: Bounds) -> Iterator[Problem]:
    """An end may not reach back over a day on which the code was used: that case would lose its name of that day."""
    used = bounds.last_used.get(row.code)
    if old is not None and used is not None and row.last < used <= old.last:
        yield Problem("in_use", row.code, {"used": used, "until": row.until})


def _overlaps(rows: Rows) -> Iterator[Problem]:
    for code in dict.fromkeys(row.code for row in rows.rows):
        of = rows.of(code)
        for one, following in zip(of, of[1:], strict=False):
            if following.since <= one.last:
                yield Problem("overlap", code, {"day": following.since, "since": one.since})


def _parents(rows: Rows) -> Iterator[Problem]:
    """A part lies within its parent on every one of its days, and a parent is itself no part: the tree has two levels."""
    parents = {row.parent for row in rows.rows if row.parent}
    for row in rows.rows:
        if not row.parent:
            continue
        if row.code in parents or row.parent == row.code:
            yield Problem("too_deep", row.code, {"parent": row.parent})
        elif not rows.of(row.parent):
            yield Problem("no_parent", row.code, {"parent": row.parent})
        elif not covered(rows.of(row.parent), row):
            yield Problem("parent_closed", row.code, {"parent": row.parent})


def covered(by: Iterable[Row], row: Row) -> bool:
    """Whether those rows, in order, leave no day of this one out."""
    wanted = row.since
    for one in by:
        if one.since <= wanted <= one.last:
            if row.last <= one.last:
                return True
            wanted = one.last + DAY
    return False


def _mapped(before: Rows, after: Rows, bounds: Bounds) -> Iterator[Problem]:
    old = set(before.rows)
    for row in after.rows:
        if bounds.must_point and not (row.mapped_to and bounds.mapped and bounds.mapped.of(row.mapped_to)):
            yield Problem("no_count", row.code)
        elif row.mapped_to and row not in old and (bounds.mapped is None or not bounds.mapped.of(row.mapped_to)):
            yield Problem("no_category", row.code, {"mapped_to": row.mapped_to})


def merge(rows: Rows, file: Iterable[Row]) -> tuple[Rows, list[Problem]]:
    """The list after a file: new rows begin, rows given an end have it, and a row the file leaves out stays as it is.

    A row is never rewritten and never opened again: those are problems."""
    held = {row.key: row for row in rows.rows}
    made, wrong = dict(held), []
    seen: set[tuple[str, date]] = set()
    for row in file:
        old = held.get(row.key)
        if row.key in seen:
            wrong.append(Problem("twice", row.code, {"since": row.since}))
        elif old is None or old == row or (old.until is None and replace(row, until=None) == old):
            made[row.key] = row
        elif replace(row, until=None) == replace(old, until=None):
            wrong.append(Problem("reopened" if row.last > old.last else "end_moved", row.code, {"since": row.since}))
        else:
            wrong.append(Problem("rewritten", row.code, {"since": row.since}))
        seen.add(row.key)
    return Rows(tuple(made.values())), wrong
