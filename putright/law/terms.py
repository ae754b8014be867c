"""The words of the law room: an answer, a rule, a question, a finding, and `weigh`, which makes one from the others.

A rule is a row. Every row in force on the day is asked, always, in no particular order. "Not known" is an answer like
any other, and it never lowers anyone's protection: a question answers `no` only when every row is answered `no`.
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from putright.law.refusals import UnknownAnswer, UnknownFact


class Known(StrEnum):
    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


# What people and programs write when they mean one of the three answers; only ever used to suggest, never to accept.
_MEANT = {"true": "yes", "y": "yes", "1": "yes", "false": "no", "n": "no", "0": "no", "none": "not_known",
          "null": "not_known", "": "not_known", "unknown": "not_known", "unsure": "not_known", "maybe": "not_known"}
_TURNED = {Known.YES: Known.NO, Known.NO: Known.YES, Known.NOT_KNOWN: Known.NOT_KNOWN}


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of law: the fact it asks about, where it is written, and the days it was in force (both ends included).

    `recalled` marks a row whose content no stored source confirmed: an office must check it before relying on it.
    `concludes` is what follows when the row is met, for example a reason code or an owner. Ids are never reused.
    """

    id: str
    question: str
    fact: str
    source: str
    since: date
    until: date | None = None
    recalled: bool = False
    concludes: str | None = None

    def in_force(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True)
class Row:
    """A rule together with the answer it got."""

    rule: Rule
    answer: Known


@dataclass(frozen=True, slots=True)
class Verdict:
    answer: Known
    missing: tuple[str, ...] = ()
    conclusion: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What the rules say about some facts on a day. A finding is never a decision: a named person decides."""

    question: str
    answer: Known
    on: date
    rows: tuple[Row, ...]
    missing: tuple[str, ...]
    conclusion: str | None = None

    @property
    def met(self) -> tuple[Rule, ...]:
        return tuple(row.rule for row in self.rows if row.answer is Known.YES)

    @property
    def not_known(self) -> tuple[Rule, ...]:
        return tuple(row.rule for row in self.rows if row.answer is Known.NOT_KNOWN)

    def as_json(self) -> dict[str, object]:
        """A plain dictionary in a fixed order. `conclusion` is there only when the question names an owner."""
        found: dict[str, object] = {
            "question": self.question,
            "answer": str(self.answer),
            "rules": [{"id": rule.id, "source": rule.source, "recalled": rule.recalled} for rule in self.met],
            "missing": list(self.missing),
            "on": self.on.isoformat(),
        }
        if self.conclusion is not None:
            found["conclusion"] = self.conclusion
        return found


Rows = tuple[Row, ...]
Sheet = dict[str, Known]


@dataclass(frozen=True)
class Question:
    """A question of the front door and its rows. `decide` turns the answered rows into a verdict.

    `infer` may add facts that follow on that day from others on the same sheet, all of them named in `reads`.
    `yes_means`, `no_means` and `also_means` name what may follow besides what the rows themselves conclude.
    """

    name: str
    rules: tuple[Rule, ...]
    decide: Callable[[Question, Rows], Verdict] | None = None
    infer: Callable[[Sheet, date], Sheet] | None = None
    reads: tuple[str, ...] = ()
    yes_means: str | None = None
    no_means: str | None = None
    also_means: tuple[str, ...] = ()

    @cached_property
    def ordered(self) -> tuple[Rule, ...]:
        return tuple(in_order(self.rules))

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """Every fact any row asks about, whether or not the row is in force today, in the order of the law."""
        return tuple(dict.fromkeys(rule.fact for rule in self.ordered))

    @cached_property
    def turns(self) -> tuple[date, ...]:
        """The days on which these rows change, from the first there was; between two of them the law stands still."""
        ended = (rule.until + timedelta(days=1) for rule in self.rules if rule.until)
        return tuple(sorted({*(rule.since for rule in self.rules), *ended}))

    @cached_property
    def _between_turns(self) -> tuple[tuple[Rule, ...], ...]:
        return ((), *(tuple(rule for rule in self.ordered if rule.in_force(day)) for day in self.turns))

    def in_force(self, on: date) -> tuple[Rule, ...]:
        return self._between_turns[bisect_right(self.turns, on)]

    @cached_property
    def conclusions(self) -> frozenset[str]:
        """Everything this question may conclude, on any day."""
        said = {*(rule.concludes for rule in self.rules), self.yes_means, self.no_means, *self.also_means}
        return frozenset(name for name in said if name is not None)


def in_order(rules: Collection[Rule]) -> list[Rule]:
    """The order rows are shown in: by id, numbers by size, so that it never depends on how the table is typed."""
    return sorted(rules, key=lambda rule: [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", rule.id)])


def weigh(question: Question, facts: Mapping[str, object], *, on: date, vocabulary: Collection[str] = ()) -> Finding:
    """Ask every row of `question` in force on the day `on`. Refuses a fact or an answer it does not know, by name.

    A fact left out is not known. Facts in `vocabulary` that belong to other questions are read and left alone, so one
    sheet of facts can answer every question. On a day for which no row is held the answer is not known, never no.
    """
    return find(question, read_facts(facts, {*question.facts, *vocabulary}), on=on)


def find(question: Question, sheet: Sheet, *, on: date) -> Finding:
    """Weigh a sheet that has been read already."""
    if question.infer:
        sheet = question.infer(sheet, on)
    rows = tuple(Row(rule, sheet.get(rule.fact, Known.NOT_KNOWN)) for rule in question.in_force(on))
    verdict = (question.decide or any_row)(question, rows) if rows else Verdict(Known.NOT_KNOWN)
    return Finding(question.name, verdict.answer, on, rows, verdict.missing, verdict.conclusion)


HOLDS = Verdict(Known.YES)


def any_row(question: Question, rows: Rows) -> Verdict:
    """Yes if any row is met; not known while a fact is missing; no only when every row is answered no.

    Every missing fact is listed even when the answer is already yes: it may add another reason.
    """
    missing = missing_in(rows)
    if any(row.answer is Known.YES for row in rows):
        return Verdict(Known.YES, missing, question.yes_means)
    if missing:
        return Verdict(Known.NOT_KNOWN, missing)
    return Verdict(Known.NO, (), question.no_means)


def missing_in(rows: Rows) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.rule.fact for row in rows if row.answer is Known.NOT_KNOWN))


def any_of(*joined: Verdict) -> Verdict:
    """Three-valued "or". Facts stop being missing once they can no longer change the answer."""
    return _together(Known.YES, Known.NO, joined)


def all_of(*joined: Verdict) -> Verdict:
    """Three-valued "and". Facts stop being missing once they can no longer change the answer."""
    return _together(Known.NO, Known.YES, joined)


def opposite(part: Verdict) -> Verdict:
    return Verdict(_TURNED[part.answer], part.missing)


def first_of(*paths: tuple[Known, str, Verdict]) -> Verdict:
    """The first path that holds, as its answer and conclusion, once every path before it is ruled out.

    Exactly one or none: while a path before it is open, the answer is not known and what keeps those open is missing.
    The last path must hold whatever the facts are, so that no facts are left without an owner.
    """
    missing: list[str] = []
    for answer, conclusion, part in paths:
        if part.answer is Known.YES:
            return Verdict(Known.NOT_KNOWN, tuple(dict.fromkeys(missing))) if missing else Verdict(answer, (), conclusion)
        if part.answer is Known.NOT_KNOWN:
            missing += part.missing
    raise ValueError("The last path must hold whatever the facts are.")


def follow(sheet: Sheet, fact: str, answer: Known) -> Sheet:
    """The sheet with what follows from other answers: a yes stands even against a typed no, a no only fills a gap.

    So it is only for facts whose yes protects.
    """
    if answer is Known.YES or sheet.get(fact, Known.NOT_KNOWN) is Known.NOT_KNOWN:
        return {**sheet, fact: answer}
    return sheet


def any_answer(sheet: Sheet, facts: Collection[str]) -> Known:
    """Yes if any of the facts is answered yes, no if all are answered no."""
    return any_of(*(Verdict(sheet.get(fact, Known.NOT_KNOWN)) for fact in facts)).answer


def parts(rows: Rows) -> dict[str, Verdict]:
    """Each row as a part to be joined with `any_of`, `all_of` and `opposite`, by its fact."""
    return {row.rule.fact: Verdict(row.answer, (row.rule.fact,)) for row in rows}


def _together(settles: Known, otherwise: Known, joined: tuple[Verdict, ...]) -> Verdict:
    if any(part.answer is settles for part in joined):
        return Verdict(settles)
    open_parts = [part for part in joined if part.answer is Known.NOT_KNOWN]
    if open_parts:
        return Verdict(Known.NOT_KNOWN, tuple(dict.fromkeys(fact for part in open_parts for fact in part.missing)))
    return Verdict(otherwise)


def read_facts(facts: Mapping[str, object], vocabulary: Collection[str]) -> dict[str, Known]:
    for fact in facts:
        if fact not in vocabulary:
            raise UnknownFact(fact, nearest(fact, vocabulary))
    return {fact: _read_answer(fact, answer) for fact, answer in facts.items()}


def _read_answer(fact: str, answer: object) -> Known:
    if isinstance(answer, str) and answer in Known:
        return Known(answer)
    written = str(answer).strip().lower()
    raise UnknownAnswer(fact, str(answer), _MEANT.get(written) or nearest(written, list(Known)))


def nearest(written: str, right: Collection[str]) -> str:
    """The right word most like what was written; always gives one, so a refusal always helps."""
    return difflib.get_close_matches(written, sorted(right), n=1, cutoff=0.0)[0]
