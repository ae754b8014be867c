"""What a contact of another system is about: a kind of the office's list, and the answers to that kind's own questions."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from putright.codes.asked.rules import PUBLIC, THEIRS, Answered, Question, read_answer
from putright.contacts.kinds.queries import Asking, asking
from putright.contacts.kinds.rules import INTELLIGENCE

from .problems import unknown


def listed(asking: Asking, on: date, language: str) -> list[dict[str, object]]:
    """Every kind of that day with what it asks the public. `send` is false for what must not be sent here."""
    return [
        {
            "code": row.code, "name": row.name(language), "counts_as": row.mapped_to, "send": row.code != INTELLIGENCE,
            "show": [one.words(language) for one in asking.public(row.code, on) if one.answer == "told"],
            "questions": [question(one, language) for one in asking.public(row.code, on) if one.answer != "told"],
        }
        for row in asking.kinds.in_force(on)
    ]  # fmt: skip


def question(one: Question, language: str) -> dict[str, object]:
    choices = [{"code": each.code, "name": each.name(language)} for each in one.choices]
    return {
        "name": one.name, "words": one.words(language), "hint": one.hint(language), "answer": one.answer, "choices": choices,
    }  # fmt: skip


def wrong_in(asking: Asking, told: Mapping[str, Any], on: date) -> Iterator[dict[str, str]]:
    """What is wrong with the kind that was sent and with its answers, each with how to mend it."""
    topic, given = told.get("topic", ""), told.get("answers", {})
    codes = [row.code for row in asking.kinds.in_force(on)]
    if topic == INTELLIGENCE:
        yield {"field": "topic", "code": "crimestoppers", "message": _(
            "Do not send what somebody knows about a crime here. Show them what “show” of this kind says: Crimestoppers first."
        )}  # fmt: skip
        return
    if topic and topic not in codes:
        yield {"field": "topic", "code": "unknown", "message": unknown(topic, codes, _("We do not know this kind."))}
        return
    asked = {one.name: one for one in asking.public(topic, on) if one.answer != "told"} if topic else {}
    for name, sent in given.items():
        if name not in asked:
            words = _("This kind has no such question.")
            yield {"field": f"answers.{name}"[:200], "code": "unknown", "message": unknown(name, asked, words)}
        elif answered(asked[name], sent) is None:
            yield {"field": f"answers.{name}", "code": "answer", "message": _(
                "This is no answer to that question. Look at its “answer” and its “choices”, or leave it out.")}  # fmt: skip


def answered(one: Question, sent: str) -> Answered | None:
    """The answer as it is kept; None for one that is none."""
    try:
        return Answered(one.name, one.since, read_answer(one, sent), one.answer in THEIRS)
    except ValueError:
        return None


def answers_in(asking: Asking, told: Mapping[str, Any], on: date) -> tuple[Answered, ...]:
    """Every answer that is one. What was sent was checked before; a question that ended since loses only its answer."""
    topic, given = str(told.get("topic") or ""), told.get("answers") or {}
    asked = [one for one in asking.questions.of(topic, on, PUBLIC) if one.name in given] if topic else []
    return tuple(filter(None, (answered(one, str(given[one.name])) for one in asked)))


def given_in(told: Mapping[str, Any], on: date) -> dict[str, Any]:
    """Its kind of the office's list, with what that counts as where they did not say, and the answers. No query without."""
    topic = str(told.get("topic") or "")
    if not topic:
        return {}
    listed = asking()
    counts = {} if told.get("kind") else {"kind": listed.counts_as(topic, on)}
    return {"topic": topic, "answers": answers_in(listed, told, on), **counts}
