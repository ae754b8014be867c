"""Is every table whole? Finds rows that overlap, facts without an answer, rows and conclusions nothing can reach.

Run over every question in the tests: a fault fails the build. Up to `EXHAUSTIVE` facts every combination of yes and no
is tried on every stretch of days; beyond that a seeded choice of them, so that a fault found once is found always.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from itertools import product

from putright.law.terms import Finding, Known, Question, Rule, find

EXHAUSTIVE = 12
SAMPLES = 4_000
_SHARES = (0.04, 0.1, 0.25, 0.5, 0.75)  # how many of the facts are yes: few rows decide when most do
_SEED = 20200201


def faults(question: Question) -> list[str]:
    """Each fault in a sentence; nothing for a table that is whole."""
    found = overlaps(question.rules)
    reached: set[str] = set()
    for day in question.turns:
        if question.in_force(day):
            found += _on(question, day, reached)
    return found + [f"{question.name}: nothing leads to {name}" for name in sorted(question.conclusions - reached)]


def overlaps(rules: tuple[Rule, ...]) -> list[str]:
    """Two rows with one id, or two rows of one question that ask about the same fact on the same day."""
    found = []
    for place, rule in enumerate(rules):
        for other in rules[place + 1:]:
            if rule.id == other.id:
                found.append(f"{rule.question}: two rows are called {rule.id}")
            elif rule.fact == other.fact and _meet(rule, other):
                found.append(f"{rule.question}: {rule.id} and {other.id} ask about {rule.fact} on the same day")
    return found


def _meet(one: Rule, other: Rule) -> bool:
    return other.in_force(one.since) or one.in_force(other.since)


def situations(facts: tuple[str, ...]) -> Iterator[dict[str, Known]]:
    """Every combination of yes and no, or a seeded choice of them where there are too many."""
    if len(facts) <= EXHAUSTIVE:
        for answers in product((Known.NO, Known.YES), repeat=len(facts)):
            yield dict(zip(facts, answers, strict=True))
        return
    choose = random.Random(_SEED)  # noqa: S311 - a choice of examples, not a secret
    for number in range(SAMPLES):
        share = _SHARES[number % len(_SHARES)]
        yield {fact: Known.YES if choose.random() < share else Known.NO for fact in facts}


def _on(question: Question, day: date, reached: set[str]) -> list[str]:
    rows = question.in_force(day)
    facts = tuple(rule.fact for rule in rows)
    silent, gaps = {rule.fact: rule for rule in rows}, []
    for sheet in situations(facts):
        finding = find(question, sheet, on=day)
        reached |= {finding.conclusion} if finding.conclusion else set()
        if finding.answer is Known.NOT_KNOWN or bool(finding.conclusion) != _names(question, finding):
            gaps.append(sheet)
        for fact in [fact for fact in silent if _turns(question, sheet, fact, finding)]:
            reached |= {silent.pop(fact).concludes or ""}
    told = [f"{question.name}: {rule.id} changes nothing from {day.isoformat()}" for rule in silent.values()]
    return told + [f"{question.name}: no answer from {day.isoformat()} for {_said(sheet)}" for sheet in gaps[:1]]


def _names(question: Question, finding: Finding) -> bool:
    """Should this answer name what follows? Where a question has words for it, a known answer must not lack them."""
    means = question.yes_means if finding.answer is Known.YES else question.no_means
    return bool(means or question.also_means or finding.conclusion)


def _turns(question: Question, sheet: dict[str, Known], fact: str, finding: Finding) -> bool:
    other = Known.NO if sheet[fact] is Known.YES else Known.YES
    then = find(question, {**sheet, fact: other}, on=finding.on)
    return (then.answer, then.conclusion) != (finding.answer, finding.conclusion)


def _said(sheet: dict[str, Known]) -> str:
    return " ".join(f"{fact}={answer}" for fact, answer in sheet.items())
