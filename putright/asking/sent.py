"""The letter with the link, and the day its answer is wished for. Steps of the actions, inside their transactions."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import override

from putright.clocks.periods import reckoned
from putright.contacts.channels.web import codes
from putright.law.calendar import day_of
from putright.letters.actions import write_letter
from putright.letters.models import Letter
from putright.people.models import Handler
from putright.people.queries import office

from . import rules
from .models import Link, Question


def due(at: datetime) -> datetime:
    """By when the office wishes for an answer: its promise `reply`."""
    here = office()
    promise = here.promise(rules.PROMISE, day_of(at))
    return reckoned(promise, at, here)[0].at if promise else at + rules.WISHED


def send(question: Question, kind: str, *, by: Handler | None, at: datetime) -> Letter:
    """A new link, and the letter that carries it. The link itself is nowhere but in the letter."""
    secret, until = codes.make(), rules.works_until(question.due_at)
    Link.objects.create(question=question, digest=codes.digest(secret), made_at=at, until=until)
    values = {"answer_by": question.due_at.isoformat(), "until": until.isoformat()}
    for language, words in question.words.items():
        values |= {f"question_{language}": words, f"link_{language}": address(question.site, secret, language)}
    key = f"asking:{question.pk}:again" if question.reminded_at else None
    return write_letter(question.case, kind, values, by=by, at=at, owed_key=key)


def address(site: str, secret: str, language: str) -> str:
    with override(language):
        return site.rstrip("/") + reverse("asking:answer", args=[secret])
