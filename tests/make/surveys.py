"""Makers of invites and answers."""

import re
from datetime import datetime, timedelta
from itertools import count

from putright.cases.models import Case
from putright.invited.actions import Asked, invite
from putright.invited.models import Invite
from putright.letters.models import Letter
from putright.people.models import Person
from putright.questionnaires import rules, seeds
from putright.questionnaires.models import Survey, Version
from putright.surveys.actions import answering
from putright.surveys.models import Response

from .people import AT

NUMBERS = count(1)


def surveys(at: datetime = AT) -> None:
    seeds.ensure(at)


def asked(
    case: Case | None, person: Person | None, *, at: datetime = AT, survey: str = "complaint", how: str = "email"
) -> tuple[Invite, str]:
    """An invite and its code."""
    code = f"7K3M-Q2X9-{next(NUMBERS):04d}"
    return invite(Asked(survey, case, person, "own", how, "en"), code, by=None, at=at), code


def answered(
    case: Case | None = None, person: Person | None = None, *, at: datetime = AT, survey: str = "complaint", **more: object
) -> Response:
    made, _code = asked(case, person, at=at - timedelta(days=1), survey=survey, how=str(more.pop("how", "email")))
    told = {"scores": {"overall": "4"}, "words": {}, "language": "en"} | more
    given = rules.Given(**told)
    return answering.answer(made, given, by=None, at=at)


def version(slug: str = "complaint") -> Version:
    return Version.objects.filter(survey__slug=slug).latest("number")


def survey(slug: str = "complaint") -> Survey:
    return Survey.objects.get(slug=slug)


def code_in(letter: Letter) -> str:
    found = re.search(r"/survey/([0-9A-Z-]+)/", letter.body.replace("\\", ""))
    return found[1] if found else ""
