"""Making a log-in that was agreed to, or the first ones of an office."""

from dataclasses import asdict
from datetime import datetime

from django.contrib.auth import get_user_model
from django.db import transaction

from putright.cases.walls import wall_newcomer
from putright.people.models import Handler

from .account import Account
from .history import write
from .rules import user_name


@transaction.atomic
def make(account: Account, *, asked_by: Handler | None, by: Handler | None, at: datetime) -> Handler:
    """Make the log-in, with no password yet. Walls go up before anybody can sign in with it."""
    people = get_user_model().objects
    user = people.create(username=user_name(account.name, set(people.values_list("username", flat=True))))
    user.set_unusable_password()
    user.save(update_fields=["password"])
    handler = Handler.objects.create(user=user, **account.columns())
    wall_newcomer(handler, by=by, at=at)
    write(handler, "opened", asdict(account), asked_by=asked_by, by=by, at=at)
    return handler
