"""Asking one question, the answer by its link, letting it go, and taking an answer over as a fact."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import uuid4

from django.db import transaction

from putright.cases.actions import locked
from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.contacts.actions import receive
from putright.contacts.models import Contact
from putright.contacts.said import Said
from putright.letters import addressee
from putright.letters import rules as letter_rules
from putright.people.gates import check
from putright.people.models import Handler
from putright.triage.actions import answer as answer_fact

from .. import rules, sent
from ..models import Link, Question
from ..refusals import AskedAlready, NobodyToAsk, NothingToTake, NotOpen


@dataclass(frozen=True)
class Wanted:
    """A question as a handler wrote it, in each language of the letter, and where our pages are."""

    kind: str
    words: Mapping[str, str]
    site: str
    fact: str = ""
    choices: Mapping[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Given:
    """An answer as it came: its value (rules), the words that say it, and the language of the page."""

    value: str
    words: str
    language: str


@transaction.atomic
def ask(case: Case, wanted: Wanted, *, by: Handler, at: datetime) -> Question:
    """Write one question and send it with its link.

    Changes: one Question, one Link, one letter (which the rounds send), event `question_sent`. Pauses no clock.
    Refuses AskedAlready while another is open, NobodyToAsk where there is no safe way to write, NotAllowed by role."""
    check(by, "asking.ask")
    case = locked(case)
    if Question.objects.filter(case=case, ended_at=None).exists():
        raise AskedAlready
    to = addressee.of(case)
    if letter_rules.medium(to.reach) == letter_rules.NONE:
        raise NobodyToAsk
    made = Question.objects.create(
        key=uuid4(), case=case, person=to.person, kind=wanted.kind, fact=wanted.fact, words=dict(wanted.words),
        choices=dict(wanted.choices), site=wanted.site, asked_at=at, by=by, due_at=sent.due(at),
    )  # fmt: skip
    made.letter = sent.send(made, "question", by=by, at=at)
    made.save(update_fields=["letter"])
    facts = {"question": made.pk, "kind": made.kind, "fact": made.fact, "letter": made.letter.pk, "due_at": made.due_at}
    write(case, Line("question_sent", at, by, facts=facts, payload={"words": "\n".join(made.words.values())}))
    return made


@transaction.atomic
def remind(question: Question, *, by: None = None, at: datetime) -> None:
    """Write to them once more, with a link of its own. Done again, or when it is closed, it changes nothing.

    Changes: one Link, one letter, the day the answer is wished for, event `question_reminded`."""
    case = locked(question.case)
    row = Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    if row.ended_at or row.reminded_at:
        return
    row.reminded_at, row.due_at = at, sent.due(at)
    letter = sent.send(row, "question_again", by=None, at=at)
    row.save(update_fields=["reminded_at", "due_at"])
    write(case, Line("question_reminded", at, None, "rounds", facts={"question": row.pk, "letter": letter.pk}))


@transaction.atomic
def answer(link: Link, given: Given, *, by: None = None, at: datetime) -> Contact:
    """Take the answer of whoever has the link: a contact that joins the case, and the question is closed.

    Files held under the question's key go with it. It is not verified: a link can be passed on, so the log does not say
    that the complainant wrote it. Events `joined` and `question_answered`. Refuses NotOpen (used, not needed, late)."""
    case = locked(link.question.case)
    row = Question.objects.select_for_update(of=("self",)).get(pk=link.question_id)
    if why := rules.trouble(ended=row.ended, until=link.until, at=at):
        raise NotOpen(why)
    said = Said(key=row.key, channel="web", words=given.words, language=given.language, unverified=True)
    made = receive(said, row.person, by=None, at=at, joins=case)
    row.ended_at, row.ended, row.value, row.contact = at, rules.ANSWERED, given.value, made
    row.save(update_fields=["ended_at", "ended", "value", "contact"])
    facts = {"question": row.pk, "contact": made.pk}
    write(case, Line("question_answered", at, None, "unverified", facts=facts))
    return made


@transaction.atomic
def let_go(question: Question, *, by: Handler, at: datetime) -> None:
    """Go on without the answer: the link takes none from now. Event `question_let_go`. Refuses NotOpen, NotAllowed by role."""
    check(by, "asking.ask")
    case = locked(question.case)
    row = Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    if row.ended_at:
        raise NotOpen(rules.trouble(ended=row.ended, until=at, at=at))
    row.ended_at, row.ended = at, rules.LET_GO
    row.save(update_fields=["ended_at", "ended"])
    write(case, Line("question_let_go", at, by, facts={"question": row.pk}))


@transaction.atomic
def take_over(question: Question, *, by: Handler, at: datetime) -> None:
    """A handler has read their answer and writes it on triage's sheet as the fact, in the handler's name.

    Changes what triage.answer changes; event `question_taken`. Refuses NothingToTake, NotAllowed by role."""
    check(by, "asking.ask")
    case = locked(question.case)
    row = Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    if not row.fact or row.taken_at or row.value not in ("yes", "no"):
        raise NothingToTake
    row.taken_at, row.taken_by = at, by
    row.save(update_fields=["taken_at", "taken_by"])
    write(case, Line("question_taken", at, by, facts={"question": row.pk, "fact": row.fact, "answer": row.value}))
    answer_fact(case, {row.fact: row.value}, by=by, at=at)


