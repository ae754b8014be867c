"""Why a finding is what it is, and which single answer would change it: as data, and as sentences in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from putright.law import terms, words
from putright.law.questions import FACTS, named
from putright.law.terms import Finding, Known, Question, Row, Sheet


@dataclass(frozen=True, slots=True)
class Change:
    """One answer that would lead elsewhere. `was` is what is answered now, `becomes` what would be found instead."""

    fact: str
    was: Known
    answer: Known
    becomes: Known
    conclusion: str | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """`because`: each answered row that is enough, alone or with others of them. Empty while the answer is not known."""

    finding: Finding
    because: tuple[Row, ...]
    changes: tuple[Change, ...]

    def as_json(self) -> dict[str, object]:
        return {
            **self.finding.as_json(),
            "because": [{"id": row.rule.id, "fact": row.rule.fact, "answer": str(row.answer), "source": row.rule.source,
                         "recalled": row.rule.recalled} for row in self.because],
            "changes": [{"fact": change.fact, "was": str(change.was), "answer": str(change.answer),
                         "becomes": str(change.becomes), "conclusion": change.conclusion} for change in self.changes],
        }


def explain(question: str, facts: Mapping[str, object], *, on: date) -> Explanation:
    """The finding, what it rests on and what would change it. Refuses what `weigh` refuses, by name."""
    asked, sheet = named(question), terms.read_facts(facts, FACTS)
    finding = terms.find(asked, sheet, on=on)
    return Explanation(finding, because(asked, finding), tuple(_changes(asked, sheet, finding)))


def because(question: Question, finding: Finding) -> tuple[Row, ...]:
    """The answered rows in some smallest set that is enough for the finding. For "not a complaint": its grounds."""
    return tuple(row for row, kept in _each_enough(question, finding) if row in kept)


def enough(question: Question, finding: Finding, *, keep: Row | None = None) -> tuple[Row, ...]:
    """A smallest set of answered rows that still makes the finding; `keep` is let go of last."""
    kept = list(finding.rows)
    order = sorted(range(len(kept)), key=lambda place: kept[place] is keep)
    for place in order:
        row, kept[place] = kept[place], Row(kept[place].rule, Known.NOT_KNOWN)
        if not _same(_decide(question, kept), finding):
            kept[place] = row
    return tuple(row for row in kept if row.answer is not Known.NOT_KNOWN)


def sufficient(question: Question, finding: Finding) -> set[tuple[tuple[str, Known], ...]]:
    """Every smallest set of facts and answers found to be enough for a known finding."""
    return {tuple((row.rule.fact, row.answer) for row in kept) for one, kept in _each_enough(question, finding) if one in kept}


def _each_enough(question: Question, finding: Finding) -> list[tuple[Row, tuple[Row, ...]]]:
    """Each answered row, and a smallest set that is enough when that row is let go of last. None while it is not known."""
    answered = [row for row in finding.rows if row.answer is not Known.NOT_KNOWN]
    return [(row, enough(question, finding, keep=row)) for row in answered] if finding.answer is not Known.NOT_KNOWN else []


def _decide(question: Question, rows: list[Row]) -> terms.Verdict:
    return (question.decide or terms.any_row)(question, tuple(rows))


def _same(one: terms.Verdict | Finding, other: Finding) -> bool:
    return (one.answer, one.conclusion) == (other.answer, other.conclusion)


def _changes(question: Question, sheet: Sheet, now: Finding) -> list[Change]:
    changes = []
    for fact in dict.fromkeys((*(row.rule.fact for row in now.rows), *question.reads)):
        was = sheet.get(fact, Known.NOT_KNOWN)
        for answer in (Known.YES, Known.NO):
            then = terms.find(question, {**sheet, fact: answer}, on=now.on)
            if answer is not was and not _same(then, now):
                changes.append(Change(fact, was, answer, then.answer, then.conclusion))
    return changes


def sentences(told: Explanation, language: str) -> tuple[str, ...]:
    """The finding, why, and what would change it, each as one sentence a handler can read out."""
    finding = told.finding
    if not finding.rows:
        return (words.sentence("finding_no_law", language, day=words.long_date(finding.on, language)),)
    lines = [_found(finding.question, finding.answer, finding.conclusion, language)]
    lines += [words.sentence("finding_because_row", language, question=words.fact_question(row.rule.fact, language),
                             answer=_answer(row.answer, language), source=_source(row, language)) for row in told.because]
    for change in told.changes:
        becomes = _found(finding.question, change.becomes, change.conclusion, language)
        lines.append(words.sentence("finding_would_change", language, answer=_answer(change.answer, language),
                                    question=words.fact_question(change.fact, language), becomes=becomes))
    return tuple(lines)


def _found(question: str, answer: Known, conclusion: str | None, language: str) -> str:
    said = words.answer_text(question, answer, language)
    return f"{said} ({words.conclusion_text(conclusion, language)})" if conclusion else said


def _answer(answer: Known, language: str) -> str:
    return words.words("handbook", answer)["text"][language]


def _source(row: Row, language: str) -> str:
    return f"{row.rule.source}; {words.sentence('recalled', language)}" if row.rule.recalled else row.rule.source
