"""Personal links: given by a supervisor, ended by a supervisor, used by one officer at the roadside."""

from datetime import date, datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from django.db import transaction
from django.db.models import Count, QuerySet

from putright.contacts.models import PersonalLink
from putright.contacts.refusals import NotYourTeam, TooLong
from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler, Team
from putright.people.queries import teams
from putright.people.roles import Role

LONGEST = timedelta(days=366)


@transaction.atomic
def give(name: str, collar_number: str, team: Team, until: date, *, by: Handler, at: datetime) -> str:
    """A personal link for an officer: its secret, shown once and kept only by its digest.

    Refuses by role; NotYourTeam for a local supervisor's link in another team; TooLong past a year, or a day gone by."""
    check(by, "contacts.give_link")
    if team not in may_give_in(by):
        raise NotYourTeam
    if not day_of(at) <= until <= day_of(at) + LONGEST:
        raise TooLong
    secret = token_urlsafe(18)
    PersonalLink.objects.create(
        digest=digest(secret), name=name, collar_number=collar_number, team=team, made_at=at, made_by=by, until=until
    )
    return secret


@transaction.atomic
def end(link: PersonalLink, *, by: Handler, at: datetime) -> None:
    """The link opens nothing from now. Ended twice changes nothing. Refuses by role and NotYourTeam."""
    check(by, "contacts.give_link")
    if link.team not in may_give_in(by):
        raise NotYourTeam
    PersonalLink.objects.filter(pk=link.pk, ended_at=None).update(ended_at=at, ended_by=by)


def may_give_in(by: Handler) -> list[Team]:
    """A local supervisor's own team; every district and department for the front team's supervisor."""
    return [by.team] if by.role == Role.LOCAL_SUPERVISOR else teams("local", "department")


def listed(by: Handler) -> QuerySet[PersonalLink]:
    """The links of the teams this person may give them in, with how often each was used: one query."""
    theirs = PersonalLink.objects.filter(team__in=may_give_in(by)).select_related("team", "made_by")
    return theirs.annotate(used=Count("contacts")).order_by("ended_at", "-made_at")


def open_link(secret: str, *, at: datetime) -> PersonalLink | None:
    """The link of that secret, while it works. Ended, too old and made up are all nothing."""
    found = PersonalLink.objects.select_related("team").filter(digest=digest(secret), ended_at=None)
    return found.filter(until__gte=day_of(at)).first()


def digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
