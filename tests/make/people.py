"""Makers of people. Every one has a made-up name; telephone numbers are Ofcom's numbers for drama."""

from datetime import UTC, datetime

from django.contrib.auth import get_user_model

from putright.people.actions import note_officer, note_person
from putright.people.models import Handler, OfficeInUse, Officer, Person, Team

AT = datetime(2026, 3, 27, 16, 50, tzinfo=UTC)


def office(slug: str = "hertfordshire") -> None:
    OfficeInUse.objects.update_or_create(only=True, defaults={"slug": slug})


def team(slug: str = "front", kind: str = "front") -> Team:
    made, _ = Team.objects.get_or_create(slug=slug, defaults={"name_en": slug.title(), "name_cy": slug.title(), "kind": kind})
    return made


def handler(name: str = "Sam Handler", role: str = "handler", in_team: Team | None = None, **details: object) -> Handler:
    username = name.split()[0].lower()
    user, _ = get_user_model().objects.get_or_create(username=username)
    if not user.has_usable_password() or not user.password:
        user.set_password("correct horse battery staple")
        user.save()
    return Handler.objects.create(user=user, name=name, role=role, team=in_team or team(), **details)


def person(name: str = "Ffion Rees", *, at: datetime = AT, **details: object) -> Person:
    return note_person({"name": name, "language": "cy", **details}, at=at)


def officer(**details: object) -> Officer:
    return note_officer(**details)
