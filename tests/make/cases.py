"""Makers of case files."""

from datetime import datetime

from putright.cases.actions import Opening, open_case
from putright.cases.log import Line, write
from putright.cases.models import Case, Grant
from putright.people.models import Handler, Person, Team

from . import people


def case(person: Person | None = None, *, at: datetime = people.AT, in_team: Team | None = None, **details: object) -> Case:
    made = open_case(person, Opening(in_team or people.team(), at, **details))
    write(made, Line("received", at, by_words="complainant", facts={"channel": "web"}))
    return made


def grant(case: Case, *, to: Handler, at: datetime = people.AT, why: str = "test") -> Grant:
    return Grant.objects.create(case=case, handler=to, why=why, since=at)
