"""Every question the law room can answer, by name, over one shared sheet of facts."""

from collections.abc import Mapping
from datetime import date

from putright.law import authority, body, complaint, recording, referral, reviews, terms
from putright.law.refusals import UnknownQuestion

# In the order they are met at the front door.
QUESTIONS: dict[str, terms.Question] = {
    module.QUESTION.name: module.QUESTION for module in (complaint, authority, body, recording, referral, reviews)
}
FACTS = tuple(dict.fromkeys(fact for question in QUESTIONS.values() for fact in question.facts))
RULES = tuple(rule for question in QUESTIONS.values() for rule in terms.in_order(question.rules))


def weigh(question: str, facts: Mapping[str, object], *, on: date) -> terms.Finding:
    """Weigh one question by name. Refuses an unknown question, fact or answer, naming the nearest right one."""
    if question not in QUESTIONS:
        raise UnknownQuestion(question, terms.nearest(question, QUESTIONS))
    return terms.weigh(QUESTIONS[question], facts, on=on, vocabulary=FACTS)


def weigh_all(facts: Mapping[str, object], *, on: date) -> dict[str, terms.Finding]:
    return {name: weigh(name, facts, on=on) for name in QUESTIONS}
