"""The trail of the answers: what was answered when, by whom, and what the rules found then. Read from the case's log."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from putright.cases.log import Line
from putright.cases.models import Event
from putright.law import words
from putright.people.models import Handler

from . import asking, rules
from .wording import ANSWERS, question

VERB = "asked"
PLACES = {fact: place for place, fact in enumerate(asking.ORDER)}


@dataclass(frozen=True)
class Then:
    """One time somebody answered: each question with its new answer and the one before, and what was found."""

    at: datetime
    by: str
    answers: tuple[tuple[str, str, str], ...]
    found: tuple[tuple[str, str], ...]  # the finding in a sentence, and the provisions it rested on
    law_of: str


def line(changed: Mapping[str, str], before: Mapping[str, str], found: rules.Found, *, by: Handler, at: datetime) -> Line:
    """The event: codes, ids and the provisions as they then read; no words of anybody."""
    facts: dict[str, object] = {
        "answers": dict(changed), "were": {fact: before[fact] for fact in changed if fact in before},
        "on": found["recording"].on.isoformat(),
        "found": {
            name: {
                "answer": str(one.answer), "conclusion": one.conclusion or "", "rules": [[r.id, r.source] for r in one.met]
            }
            for name, one in found.items()
        },
    }  # fmt: skip
    return Line(VERB, at, by, facts=facts)


def read(log: Iterable[Event], language: str) -> list[Then]:
    """From a case's log, the latest first. Only the stored rows are read; today's law has no part in it."""
    return [_then(event, language) for event in log if event.verb == VERB][::-1]


def _then(event: Event, language: str) -> Then:
    kept = event.facts
    were = kept["were"]
    answers = tuple(
        (question(fact, language), str(ANSWERS[answer]), str(ANSWERS[were[fact]]) if fact in were else "")
        for fact, answer in sorted(kept["answers"].items(), key=lambda one: PLACES.get(one[0], len(PLACES)))
    )
    found = tuple((_said(name, one, language), "; ".join(source for _id, source in one["rules"])) for name, one in
                  kept["found"].items())  # fmt: skip
    return Then(event.at, event.by.name if event.by else "", answers, found, kept["on"])


def _said(name: str, one: Mapping[str, str], language: str) -> str:
    said = words.answer_text(name, one["answer"], language)
    then = one["conclusion"]
    return f"{said} ({words.conclusion_text(then, language)})" if then in words.names("conclusions") else said
