"""Every question the law room can answer, by name, over one shared sheet of facts."""

from collections.abc import Mapping
from datetime import date

from putright.law import (
    authority,
    body,
    commissioner,
    complaint,
    delegation,
    ending,
    investigation,
    recording,
    referral,
    reviews,
    route,
    split,
    standing,
    terms,
    victims,
    voluntary,
)
from putright.law.refusals import UnknownQuestion

# In the order they are met at the front door.
QUESTIONS: dict[str, terms.Question] = {question.name: question for question in (
    route.QUESTION, complaint.QUESTION, standing.MEMBER_OF_PUBLIC, standing.AFFECTED, standing.ACTIVE, split.QUESTION,
    authority.QUESTION, body.QUESTION, delegation.QUESTION, recording.QUESTION, referral.QUESTION, referral.DSI,
    voluntary.QUESTION, investigation.QUESTION, investigation.REPEAT, reviews.RIGHT, reviews.QUESTION, ending.WITHDRAWAL,
    ending.SUSPENSION, standing.INTERESTED, commissioner.QUESTION, victims.QUESTION,
)}
FACTS = tuple(dict.fromkeys(fact for question in QUESTIONS.values() for fact in question.facts))
RULES = tuple(rule for question in QUESTIONS.values() for rule in question.ordered)
_KNOWN_FACTS = frozenset(FACTS)


def weigh(question: str, facts: Mapping[str, object], *, on: date) -> terms.Finding:
    """Weigh one question by name. Refuses an unknown question, fact or answer, naming the nearest right one."""
    return terms.find(named(question), terms.read_facts(facts, _KNOWN_FACTS), on=on)


def weigh_all(facts: Mapping[str, object], *, on: date) -> dict[str, terms.Finding]:
    sheet = terms.read_facts(facts, _KNOWN_FACTS)
    return {name: terms.find(question, sheet, on=on) for name, question in QUESTIONS.items()}


def named(question: str) -> terms.Question:
    if question not in QUESTIONS:
        raise UnknownQuestion(question, terms.nearest(question, QUESTIONS))
    return QUESTIONS[question]
