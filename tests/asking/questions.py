"""Questions as they are asked, and the links that went out with them."""

import re
from datetime import datetime

from putright.asking.actions import questions
from putright.asking.models import Question
from putright.cases.models import Case
from putright.letters.models import Letter
from putright.people.models import Handler

from ..make import contacts

SITE = "https://office.example/"


def case(person, *, at: datetime) -> Case:
    return contacts.contact(person, at=at).case


def asked(case: Case, *, by: Handler, at: datetime, kind: str = "yes_no", **more: object) -> tuple[Question, str]:
    """The question and the secret of its link, read from the letter as the person would."""
    words = more.pop("words", {"en": "Was it done to you?", "cy": "Ai i chi y’i gwnaed?"})
    made = questions.ask(case, questions.Wanted(kind, words, SITE, **more), by=by, at=at)
    return made, secret_in(made.letter)


def secret_in(letter: Letter) -> str:
    return re.search(r"/answer/([0-9A-Z-]+)/", letter.body.replace("\\", ""))[1]
