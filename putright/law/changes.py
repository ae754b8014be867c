"""The law as it stood on any day, and what changed between two days: rows that began, rows that ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from putright.law.questions import QUESTIONS
from putright.law.terms import Rule


@dataclass(frozen=True, slots=True)
class Changed:
    """What is law on the second day and was not on the first, and the other way about, in the order of the questions."""

    began: tuple[Rule, ...]
    ended: tuple[Rule, ...]


def in_force(on: date) -> dict[str, tuple[Rule, ...]]:
    """Every question's rows on a day. A question without rows that day finds nothing, and never finds no."""
    return {name: question.in_force(on) for name, question in QUESTIONS.items()}


def between(first: date, second: date) -> Changed:
    """What changed from the first day to the second. Asked backwards, what began is what ended."""
    then, now = _rules(first), _rules(second)
    return Changed(tuple(rule for rule in now if rule not in then), tuple(rule for rule in then if rule not in now))


def days() -> tuple[date, ...]:
    """Every day on which a row begins, or the day after one ends: between two of these the law stands still."""
    return tuple(sorted({day for question in QUESTIONS.values() for day in question.turns}))


def _rules(on: date) -> tuple[Rule, ...]:
    return tuple(rule for rows in in_force(on).values() for rule in rows)
