"""Questions about people and the office."""

from collections.abc import Iterable
from functools import lru_cache

import offices

from .alike import Known
from .models import Handler, OfficeInUse, Officer, Person, Representation, Team
from .rules import fold, may_be, same_number, stands_in


class NoOffice(Exception):
    """No office has been loaded into this database."""


@lru_cache(maxsize=8)
def pack(slug: str, amended: str = "") -> offices.Office:
    return offices.amended(offices.load(slug), amended)


def office() -> offices.Office:
    """The pack of the office this installation serves, with what it changed itself. One query.

    Raises NoOffice when none was loaded."""
    found = OfficeInUse.objects.values_list("slug", "amended").first()
    if found is None:
        raise NoOffice("No office is loaded. Run: script/manage demo OFFICE")
    return pack(*found)


def handler_for(user: object) -> Handler | None:
    """The handler behind a signed-in user; None for somebody who has left or never worked here. No query for a user who was
    read together with who they are (config.signed_in)."""
    pk = getattr(user, "pk", None)
    if pk is None:  # nobody is signed in: the public's pages need not ask
        return None
    known: Handler | None = getattr(user, "works_as", None)
    return known or working(pk)


def working(user: int) -> Handler | None:
    """Who works here with that log-in now, with their user and team. One query."""
    found = Handler.objects.select_related("team", "user")
    return found.filter(user_id=user, user__is_active=True, left_on=None).first()


def team(slug: str) -> Team:
    return Team.objects.get(slug=slug)


def teams(*kinds: str) -> list[Team]:
    found = Team.objects.order_by("name_en")
    return list(found.filter(kind__in=kinds) if kinds else found)


def person(pk: int) -> Person:
    return Person.objects.get(pk=pk)


def people(pks: Iterable[int]) -> list[Person]:
    """These people, the one written down first first. One query."""
    return list(Person.objects.filter(pk__in=list(pks)).order_by("pk"))


def known(person: Person) -> Known:
    """What is compared and looked for of a person."""
    return Known(
        person.name, person.phone_key, person.email.strip().casefold(), person.postcode_key, fold(person.address), person.born_on
    )


def speaks_for(person: Person | None) -> Representation | None:
    """Who speaks for them now, the one who came last; None when they speak for themselves. One query."""
    if person is None:
        return None
    now = Representation.objects.filter(person=person, ended_on=None).select_related("representative")
    return now.order_by("-pk").first()


def handlers_like(officer: Officer) -> list[Handler]:
    """Colleagues with a log-in who may be this officer: the same collar number, or a name that may be theirs."""
    return [
        one
        for one in Handler.objects.filter(left_on=None).order_by("pk")
        if same_number(officer.collar_number, one.collar_number) or may_be(officer.name_key, fold(one.name))
    ]


def colleagues_in(text: str, about: str = "", *, greetings: bool = True) -> list[Handler]:
    """Colleagues whose full name or collar number stands in what somebody said: they may be who it is about. One query."""
    said, named = fold(text), fold(about)
    return [
        one for one in colleagues()
        if stands_in(said, one.name, one.collar_number, greetings=greetings)
        or (named and stands_in(named, one.name, one.collar_number, bare=True))
    ]  # fmt: skip


def handler(pk: int) -> Handler:
    return Handler.objects.select_related("team").get(pk=pk)


def colleagues(*teams: Team, kind: str = "") -> list[Handler]:
    """Everybody who works here now, by name; of those teams only, or of the teams of that kind, when any are given."""
    here = Handler.objects.filter(left_on=None).select_related("team").order_by("name")
    if kind:
        here = here.filter(team__kind=kind)
    return list(here.filter(team__in=teams) if teams else here)
