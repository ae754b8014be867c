"""Tokens: given by an administrator, shown once, kept only by their digest, ended by an administrator."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from django.db import transaction
from django.db.models import QuerySet

from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler

from .models import Token
from .refusals import NoScope, TooLong
from .rules import READS, SCOPES, WINDOW, Pace

LONGEST = timedelta(days=366)
BEGINS = "putright_"  # so that a token left in a log or a public folder is known for one


@transaction.atomic
def give(system: str, scopes: Sequence[str], until: date, *, by: Handler, at: datetime) -> str:
    """A token for another system: its secret, shown once.

    Refuses by role; NoScope when it would do nothing; TooLong past a year, or a day gone by."""
    check(by, "systems.give_token")
    if not scopes or not set(scopes) <= set(SCOPES):
        raise NoScope
    if not day_of(at) <= until <= day_of(at) + LONGEST:
        raise TooLong
    secret = BEGINS + token_urlsafe(32)
    Token.objects.create(
        digest=digest(secret), system=system, scopes=sorted(scopes), made_at=at, made_by=by, until=until
    )
    return secret


@transaction.atomic
def end(token: Token, *, by: Handler, at: datetime) -> None:
    """The token opens nothing from now. Ended twice changes nothing. Refuses by role."""
    check(by, "systems.give_token")
    Token.objects.filter(pk=token.pk, ended_at=None).update(ended_at=at, ended_by=by)


def listed() -> QuerySet[Token]:
    """Every token there ever was, those that work first: one query."""
    return Token.objects.select_related("made_by", "ended_by").order_by("ended_at", "-made_at", "-pk")


def open_token(secret: str, *, at: datetime) -> Token | None:
    """The token of that secret, while it works. Ended, too old and made up are all nothing."""
    found = Token.objects.filter(digest=digest(secret), ended_at=None, until__gte=day_of(at))
    return found.first()


@transaction.atomic
def read_pace(token: Token, *, at: datetime) -> Pace:
    """One more reading by that token: counted, and told how many that makes within its minute."""
    held = Token.objects.select_for_update().get(pk=token.pk)
    if held.reads_since is None or at - held.reads_since >= WINDOW:
        held.reads_since, held.reads = at, 0
    held.reads, held.used_at = held.reads + 1, at
    held.save(update_fields=["reads_since", "reads", "used_at"])
    return Pace("reads", READS, held.reads, held.reads_since)


def digest(secret: str) -> str:
    return sha256(secret.encode(errors="replace")).hexdigest()
