"""Opening an office for real: its teams, its code lists, and the first two log-ins. Done once, on the machine itself."""

from datetime import datetime

from django.db import transaction

import offices
from putright.codes.seeds import ensure
from putright.people.models import OfficeInUse, Team
from putright.people.roles import Role

from . import links, newcomer
from .account import Account

FIRST = {"administrator": Role.ADMINISTRATOR, "supervisor": Role.SUPERVISOR}


class OfficeThere(Exception):
    """An office is open in this database already."""


@transaction.atomic
def open_office(pack: offices.Office, names: dict[str, str], *, at: datetime) -> dict[str, str]:
    """Make the pack's teams and code lists, and an account for each of `FIRST` by name: user name -> its link's secret.

    Refuses OfficeThere. All or nothing."""
    if OfficeInUse.objects.exists():
        raise OfficeThere
    OfficeInUse.objects.create(slug=pack.slug)
    Team.objects.bulk_create(
        Team(slug=team.slug, kind=team.kind, name_en=team.words.en, name_cy=team.words.cy) for team in pack.teams
    )
    ensure(pack, at)
    front = next(team.slug for team in pack.teams if team.kind == "front")
    made = {}
    for part, role in FIRST.items():
        handler = newcomer.make(Account(names[part], role, front), asked_by=None, by=None, at=at)
        made[handler.user.username] = links.make(handler, at=at)
    return made
