"""The kinds there are, what each asks, and what was answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest

from design import dates
from putright.codes.asked.boxes import yes_no
from putright.codes.asked.queries import all_questions, questions_once
from putright.codes.asked.rules import PUBLIC, Question, Questions
from putright.codes.queries import asked_once, code_list
from putright.codes.rules import Rows

from ..models import Answer, Contact
from .rules import GENERAL

KINDS = "kinds"


@dataclass(frozen=True)
class Asking:
    """The kinds and their questions, closed ones too."""

    kinds: Rows
    questions: Questions

    def offered(self, on: date, language: str) -> list[tuple[str, str]]:
        """Every kind that may be chosen that day, by name."""
        return [(row.code, row.name(language)) for row in self.kinds.in_force(on)]

    def of_the_public(self, on: date, language: str) -> list[tuple[str, str]]:
        """Those a person may choose on the form: they count as a question, and ask the public something."""
        asked = self.questions.public_topics(on)
        rows = [row for row in self.kinds.in_force(on) if row.mapped_to == "enquiry" and row.code != GENERAL]
        return [(row.code, row.name(language)) for row in rows if row.code in asked]

    def counts_as(self, topic: str, on: date) -> str:
        row = self.kinds.readable(topic, on) if topic else None
        return row.mapped_to if row else ""

    def public(self, topic: str, on: date) -> tuple[Question, ...]:
        return self.questions.of(topic, on, PUBLIC)


def asking() -> Asking:
    """Two queries."""
    return Asking(code_list(KINDS), all_questions())


def asking_once(request: HttpRequest) -> Asking:
    return Asking(asked_once(request, KINDS), questions_once(request))


def answers_of(contacts: Iterable[Contact]) -> dict[int, list[Answer]]:
    """Contact -> its answers. One query."""
    found: dict[int, list[Answer]] = {}
    for one in Answer.objects.filter(contact__in=[c.pk for c in contacts if c.topic]).order_by("pk"):
        found.setdefault(one.contact_id, []).append(one)
    return found


def in_words(answers: Iterable[Answer], questions: Questions, language: str) -> list[tuple[str, str]]:
    """Each answer with the words its question had when it was given."""
    return [
        (row.words(language), said(row, one.value, language)) if row else (one.question, one.value)
        for one in answers
        for row in [questions.begun(one.topic, one.question, one.since)]
    ]


def said(row: Question, value: str, language: str) -> str:
    if row.answer == "yesno":
        return str(dict(yes_no()).get(value, value))
    if row.answer == "choice":
        return row.chosen(value, language)
    if row.answer == "date":
        return dates.day(date.fromisoformat(value))
    return f"£{value}" if row.answer == "money" else value
