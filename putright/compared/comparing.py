"""What another body says it has against what we sent. No database: values in, lines out.

Their references and ours are compared without capitals, spaces and marks. A file has a row for each case or for each
allegation; the rows of one case are one line."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from putright.cases.choices import Result
from putright.codes.rules import Rows
from putright.imports.columns import folded
from putright.imports.days import DAY_FIRST, read
from putright.imports.vocabulary import columns

from .vocabulary import ONE_OF_MANY

ASKED = ("our_reference", "their_reference", "received", "result", "finalised", "allegation", "actions")
MISSING, DIFFERS, NEVER, SAME = "missing", "differs", "never", "same"
KINDS = (MISSING, DIFFERS, NEVER, SAME)


@dataclass(frozen=True)
class Sent:
    """One hand-over of ours: the numbers it may be known by, the day the complaint was received, and what came back."""

    key: int
    reference: str
    their_reference: str
    received: date
    outcomes: tuple[str, ...] = ()  # the decisions of its allegations, in words of every language


@dataclass(frozen=True)
class Line:
    """One line to be worked off. `differs`: which of date, outcome and reference."""

    kind: str
    key: str
    sent: Sent | None = None
    theirs: tuple[Mapping[str, str], ...] = ()
    differs: tuple[str, ...] = ()


def guess(names: Sequence[str]) -> dict[str, str]:
    """Our word for a column to their heading, where a heading is one we know."""
    known = {folded(name): name for name in names}
    found = {}
    for column in columns():
        heading = next((known[one] for said in (column.heading, *column.also) if (one := folded(said)) in known), None)
        if column.ours in ASKED and heading:
            found[column.ours] = heading
    return found


def said(headings: Sequence[str], rows: Iterable[Sequence[Any]], named: Mapping[str, str]) -> list[dict[str, str]]:
    """Each row of their file in our words for its columns, with its number, which stands before its cells."""
    place = {ours: headings.index(heading) for ours, heading in named.items() if heading in headings}
    return [
        {"row": str(row[0]), **{ours: str(row[at + 1]).strip() for ours, at in place.items() if at + 1 < len(row)}}
        for row in rows
    ]


def compare(sent: Sequence[Sent], rows: Iterable[Mapping[str, str]], today: date) -> list[Line]:
    """Every hand-over and every row of theirs, once: what they lack first, then what differs, what we never sent, the rest."""
    ours = {plain(one.reference): one for one in sent}
    theirs = {plain(one.their_reference): one for one in sent if plain(one.their_reference)}
    found: dict[int, list[Mapping[str, str]]] = {}
    never: dict[str, list[Mapping[str, str]]] = {}
    for row in rows:
        mine, other = plain(row.get("our_reference", "")), plain(row.get("their_reference", ""))
        one = ours.get(mine) or theirs.get(other)
        if one:
            found.setdefault(one.key, []).append(row)
        else:
            never.setdefault(mine or other or f"row {row['row']}", []).append(row)
    lines = [_line(one, tuple(found.get(one.key, ())), today) for one in sent]
    lines += [Line(NEVER, f"row-{group[0]['row']}", None, tuple(group)) for group in never.values()]
    return sorted(lines, key=lambda line: KINDS.index(line.kind))


def _line(one: Sent, theirs: tuple[Mapping[str, str], ...], today: date) -> Line:
    if not theirs:
        return Line(MISSING, f"sent-{one.key}", one)
    wrong = tuple(what for what, holds in (
        ("reference", _other(plain(one.their_reference), {plain(row.get("their_reference", "")) for row in theirs})),
        ("date", _other_day(one, theirs, today)),
        ("outcome", _other_outcome(one, theirs)),
    ) if holds)  # fmt: skip
    return Line(DIFFERS if wrong else SAME, f"sent-{one.key}", one, theirs, wrong)


def _other(ours: str, theirs: set[str]) -> bool:
    return bool(ours) and bool(theirs - {""}) and ours not in theirs


def _other_day(one: Sent, theirs: Iterable[Mapping[str, str]], today: date) -> bool:
    days = {read(row["received"], DAY_FIRST, today).day for row in theirs if row.get("received")}
    return bool(days) and one.received not in days


def _other_outcome(one: Sent, theirs: Iterable[Mapping[str, str]]) -> bool:
    """They say a decision that is not written down here, or not that one."""
    known = {folded(words) for words in one.outcomes}
    return any(folded(row["result"]) not in known for row in theirs if row.get("result"))


def plain(reference: str) -> str:
    """A reference without what people add or leave out: capitals, spaces, strokes."""
    return "".join(sign for sign in reference.casefold() if sign.isalnum())


def results(rows: Iterable[Mapping[str, str]], outcomes: Rows, actions: Rows, on: date) -> dict[int, Result]:
    """What their rows say of each allegation, where its decision is one of ours by name or code."""
    found = {}
    for row in rows:
        number, outcome = row.get("allegation", ""), _code(row.get("result", ""), outcomes, on)
        if number.isdecimal() and outcome:
            done = [_code(one, actions, on) for one in row.get("actions", "").split(ONE_OF_MANY.strip())]
            found[int(number)] = Result(outcome, tuple(filter(None, done)))
    return found


def _code(words: str, listed: Rows, on: date) -> str:
    wanted = folded(words)
    named: Any = (row for row in listed.in_force(on) if wanted and wanted in map(folded, (row.code, row.en, row.cy)))
    leaves = [row.code for row in named if row.parent or not any(one.parent == row.code for one in listed.rows)]
    return leaves[0] if len(leaves) == 1 else ""
