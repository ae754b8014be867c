"""The rows of the law and the findings made of them, in words of one language. Reads no case and writes nothing."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from putright.law import changes, words
from putright.law.explain import Change as Turn
from putright.law.explain import Explanation
from putright.law.questions import QUESTIONS
from putright.law.terms import Finding, Known, Rule
from putright.law.terms import Row as Answered
from putright.triage.explain import ANSWERS


@dataclass(frozen=True)
class Row:
    """One row of the law. `recalled` says which part of it nobody could check; empty when all is confirmed."""

    id: str
    ask: str
    means: str
    leads_to: str
    source: str
    since: date
    until: date | None
    recalled: str


@dataclass(frozen=True)
class Listed:
    """A question with its rows in force on a day, and the rows it has on other days."""

    name: str
    text: str
    rows: tuple[Row, ...]
    others: tuple[Row, ...]


@dataclass(frozen=True)
class Differs:
    """What changed in one question between two days. In `changed` the same is asked by another provision."""

    name: str
    text: str
    began: tuple[Row, ...]
    ended: tuple[Row, ...]
    changed: tuple[tuple[Row, Row], ...]


@dataclass(frozen=True)
class Weighed:
    """A row with its answer. `enough`: the finding rests on it. `worked_out`: nobody was asked, other answers settle it."""

    row: Row
    answer: str
    state: str
    enough: bool
    worked_out: bool


@dataclass(frozen=True)
class Told:
    """A finding: what it says, the rows answered, what is still to ask, and what a single other answer would make of it."""

    name: str
    text: str
    said: str
    answer: str
    rows: tuple[Weighed, ...]
    missing: tuple[str, ...]
    turns: tuple[tuple[str, tuple[str, ...]], ...]


def row(rule: Rule, language: str) -> Row:
    return Row(
        rule.id, words.fact_question(rule.fact, language), words.if_yes(rule.id, language),
        words.conclusion_text(rule.concludes, language) if rule.concludes else "", rule.source, rule.since, rule.until,
        words.recalled_part(rule.id, language) if rule.recalled else "",
    )  # fmt: skip


def listed(name: str, on: date, language: str) -> Listed:
    """Raises KeyError for a question there is not."""
    question = QUESTIONS[name]
    held: dict[bool, list[Row]] = {True: [], False: []}
    for rule in question.ordered:
        held[rule.in_force(on)].append(row(rule, language))
    return Listed(name, words.question_text(name, language), tuple(held[True]), tuple(held[False]))


def between(first: date, second: date, language: str) -> tuple[Differs, ...]:
    """What differs on the second day, by question in the order of the front door; nothing where nothing changed."""
    changed = changes.between(first, second)
    found = (_differs(name, changed, language) for name in QUESTIONS)
    return tuple(one for one in found if one.began or one.ended or one.changed)


def _differs(name: str, changed: changes.Changed, language: str) -> Differs:
    began = {rule.fact: rule for rule in changed.began if rule.question == name}
    ended = {rule.fact: rule for rule in changed.ended if rule.question == name}
    both = [fact for fact in began if fact in ended]
    return Differs(
        name, words.question_text(name, language),
        tuple(row(rule, language) for fact, rule in began.items() if fact not in both),
        tuple(row(rule, language) for fact, rule in ended.items() if fact not in both),
        tuple((row(ended[fact], language), row(began[fact], language)) for fact in both),
    )  # fmt: skip


def told(explained: Explanation, asked: Collection[str], language: str) -> Told:
    """`asked`: the facts somebody answered; a row answered without being asked was worked out from them."""
    found = explained.finding
    rest = {answered.rule.id for answered in explained.because}
    rows = [answered for answered in found.rows if answered.answer is not Known.NOT_KNOWN]
    return Told(
        found.question, words.question_text(found.question, language), said(found, language), str(found.answer),
        tuple(_weighed(answered, rest, asked, language) for answered in rows),
        tuple(words.fact_question(fact, language) for fact in found.missing), _turns(explained, language),
    )  # fmt: skip


def _weighed(answered: Answered, rest: Collection[str], asked: Collection[str], language: str) -> Weighed:
    rule = answered.rule
    answer = str(ANSWERS[str(answered.answer)])
    return Weighed(row(rule, language), answer, str(answered.answer), rule.id in rest, rule.fact not in asked)


def said(found: Finding, language: str) -> str:
    """The finding in one sentence. On a day without a row for its question: that we hold no law on it."""
    if not found.rows:
        return words.sentence("finding_no_law", language, day=words.long_date(found.on, language))
    return _said(found.question, found.answer, found.conclusion, language)


def _said(question: str, answer: Known, conclusion: str | None, language: str) -> str:
    sentence = words.answer_text(question, answer, language)
    return f"{sentence} ({words.conclusion_text(conclusion, language)})" if conclusion else sentence


def _turns(explained: Explanation, language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Where single other answers lead, each place once with the answers that lead there."""
    places: dict[str, list[str]] = {}
    for turn in explained.changes:
        place = _said(explained.finding.question, turn.becomes, turn.conclusion, language)
        places.setdefault(place, []).append(_other(turn, language))
    return tuple((place, tuple(answers)) for place, answers in places.items())


def _other(turn: Turn, language: str) -> str:
    return f"{words.fact_question(turn.fact, language)} {ANSWERS[str(turn.answer)]}."


def begun(on: date) -> bool:
    """Is there any law of ours on that day?"""
    return any(changes.in_force(on).values())


def silent(on: date, language: str) -> tuple[str, ...]:
    """The questions we hold no law on for that day."""
    return tuple(words.question_text(name, language) for name, rules in changes.in_force(on).items() if not rules)


def first_day() -> date:
    return changes.days()[0]


def facts_meant(name: str, language: str) -> Iterable[tuple[str, str]]:
    """Each fact of a question: what to ask, and what it means."""
    for fact in QUESTIONS[name].facts:
        yield words.fact_question(fact, language), words.fact_meaning(fact, language)
