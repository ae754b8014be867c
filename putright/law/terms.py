"""The words of the law room: an answer, a rule, a question, a finding, and `weigh`, which makes one from the others.

A rule is a row. Every row in force on the day is asked, always, in no particular order. "Not known" is an answer like
any other, and it never lowers anyone's protection: a question answers `no` only when every row is answered `no`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from putright.law.refusals import UnknownAnswer, UnknownFact


class Known(StrEnum):
    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


# What people and programs write when they mean one of the three answers; only ever used to suggest, never to accept.
_MEANT = {"true": "yes", "y": "yes", "1": "yes", "false": "no", "n": "no", "0": "no", "none": "not_known",
          "null": "not_known", "": "not_known", "unknown": "not_known", "unsure": "not_known", "maybe": "not_known"}


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


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the front door and its rows. `decide` turns the answered rows into a verdict.

    `infer` may add facts that follow from others on the same sheet. `yes_means` and `no_means` name what follows.
    """

    name: str
    rules: tuple[Rule, ...]
    decide: Callable[[Question, Rows], Verdict] | None = None
    infer: Callable[[dict[str, Known]], dict[str, Known]] | None = None
    yes_means: str | None = None
    no_means: str | None = None

    @property
    def facts(self) -> tuple[str, ...]:
        """Every fact any row asks about, whether or not the row is in force today, in the order of the law."""
        return tuple(dict.fromkeys(rule.fact for rule in in_order(self.rules)))


def in_order(rules: Collection[Rule]) -> list[Rule]:
    """The order rows are shown in: by id, numbers by size, so that it never depends on how the table is typed."""
    return sorted(rules, key=lambda rule: [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", rule.id)])


def weigh(question: Question, facts: Mapping[str, object], *, on: date, vocabulary: Collection[str] = ()) -> Finding:
    """Ask every row of `question` in force on the day `on`. Refuses a fact or an answer it does not know, by name.

    A fact left out is not known. Facts in `vocabulary` that belong to other questions are read and left alone, so one
    sheet of facts can answer every question. On a day for which no row is held the answer is not known, never no.
    """
    sheet = read_facts(facts, {*question.facts, *vocabulary})
    if question.infer:
        sheet = question.infer(sheet)
    asked = (rule for rule in in_order(question.rules) if rule.in_force(on))
    rows = tuple(Row(rule, sheet.get(rule.fact, Known.NOT_KNOWN)) for rule in asked)
    verdict = (question.decide or any_row)(question, rows) if rows else Verdict(Known.NOT_KNOWN)
    return Finding(question.name, verdict.answer, on, rows, verdict.missing, verdict.conclusion)


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


def any_of(*parts: Verdict) -> Verdict:
    """Three-valued "or". Facts stop being missing once they can no longer change the answer."""
    return _together(Known.YES, Known.NO, parts)


def all_of(*parts: Verdict) -> Verdict:
    """Three-valued "and". Facts stop being missing once they can no longer change the answer."""
    return _together(Known.NO, Known.YES, parts)


def opposite(part: Verdict) -> Verdict:
    turned = {Known.YES: Known.NO, Known.NO: Known.YES, Known.NOT_KNOWN: Known.NOT_KNOWN}
    return Verdict(turned[part.answer], part.missing)


def _together(settles: Known, otherwise: Known, parts: tuple[Verdict, ...]) -> Verdict:
    if any(part.answer is settles for part in parts):
        return Verdict(settles)
    open_parts = [part for part in parts if part.answer is Known.NOT_KNOWN]
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
