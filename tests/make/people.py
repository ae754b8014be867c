"""Makers of people. Every one has a made-up name; telephone numbers are Ofcom's numbers for drama."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password

from putright.people.actions import note_officer, note_person
from putright.people.models import Handler, OfficeInUse, Officer, Person, Team

AT = datetime(2026, 3, 27, 16, 50, tzinfo=UTC)
PASSWORD = "correct horse battery staple"


@cache
def hashed() -> str:
    return make_password(PASSWORD)


def office(slug: str = "hertfordshire") -> None:
    OfficeInUse.objects.update_or_create(only=True, defaults={"slug": slug})


def team(slug: str = "front", kind: str = "front") -> Team:
    made, _ = Team.objects.get_or_create(slug=slug, defaults={"name_en": slug.title(), "name_cy": slug.title(), "kind": kind})
    return made


def handler(name: str = "Sam Handler", role: str = "handler", in_team: Team | None = None, **details: object) -> Handler:
    username = name.split()[0].lower()
    user, _ = get_user_model().objects.get_or_create(username=username, defaults={"password": hashed()})
    return Handler.objects.create(user=user, name=name, role=role, team=in_team or team(), **details)


def teams(*made: tuple[str, str]) -> Sequence[Team]:
    """Several at once, each by its slug and kind: one question and one insertion."""
    there = Team.objects.in_bulk([slug for slug, _ in made], field_name="slug")
    new = [Team(slug=slug, name_en=slug.title(), name_cy=slug.title(), kind=kind) for slug, kind in made if slug not in there]
    there |= {one.slug: one for one in Team.objects.bulk_create(new)}
    return [there[slug] for slug, _ in made]


def handlers(*made: tuple[str, str, Team] | tuple[str, str, Team, dict[str, object]]) -> Sequence[Handler]:
    """Several at once, each by name, role, team and what else there is to say. Nobody of that user name may be there yet."""
    User = get_user_model()
    users = User.objects.bulk_create([User(username=name.split()[0].lower(), password=hashed()) for name, *_ in made])
    return Handler.objects.bulk_create([
        Handler(user=user, name=name, role=role, team=in_team, **(more[0] if more else {}))
        for user, (name, role, in_team, *more) in zip(users, made, strict=True)
    ])  # fmt: skip


def person(name: str = "Ffion Rees", *, at: datetime = AT, **details: object) -> Person:
    return note_person({"name": name, "language": "cy", **details}, at=at)


def officer(**details: object) -> Officer:
    return note_officer(**details)
