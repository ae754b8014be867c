"""The office itself: its teams and its invented staff, each with a log-in and a second factor."""

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password

import offices
from putright.people.models import Handler, OfficeInUse, Team

PASSWORD = "a calm front door"  # noqa: S105 - printed on the screen, and refused in a live office


def furnish(pack: offices.Office) -> list[Handler]:
    """Make the pack's teams and staff. The office is not open until `open_office`."""
    for team in pack.teams:
        Team.objects.create(slug=team.slug, kind=team.kind, name_en=team.words.en, name_cy=team.words.cy)
    teams = {team.slug: team for team in Team.objects.all()}
    password = make_password(PASSWORD)  # slow by design, so once: everybody has the same one anyway
    return [join(person, teams[person.team], password) for person in pack.staff]


def join(person: offices.shape.Staff, team: Team, password: str) -> Handler:
    user = get_user_model().objects.create(username=person.slug, password=password)
    TOTP.activate(user, generate_totp_secret())
    return Handler.objects.create(
        user=user, name=person.name, role=person.role, team=team, employer=person.employer,
        directed_by=person.direction, speaks_welsh="cy" in person.languages,
    )  # fmt: skip


def open_office(pack: offices.Office) -> None:
    """Say which office this is. Done last, so that a load cut off half-way is not taken for an office."""
    OfficeInUse.objects.create(slug=pack.slug)
