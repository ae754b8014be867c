"""Makers of invites and answers."""

import re
from datetime import datetime, timedelta
from secrets import token_hex

from putright.cases.models import Case
from putright.invited.actions import Asked, invite
from putright.invited.models import Invite
from putright.letters.models import Letter
from putright.passes import codes
from putright.people.models import Person
from putright.questionnaires import rules, seeds
from putright.questionnaires.models import Survey, Version
from putright.surveys.actions import answering
from putright.surveys.models import Response

from .people import AT


def surveys(at: datetime = AT) -> None:
    seeds.ensure(at)


def asked(
    case: Case | None, person: Person | None, *, at: datetime = AT, survey: str = "complaint", how: str = "email"
) -> tuple[Invite, str]:
    """An invite and its code."""
    code = codes.short("a key", token_hex(8))
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
