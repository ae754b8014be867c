"""Log-ins: asked by one person, agreed by another. Nothing here is done to a case but walls and letting go of it."""

from dataclasses import asdict
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db import transaction

from putright.cases.walls import let_go, wall_newcomer
from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler
from putright.people.roles import Role

from . import links, newcomer, refusals
from .account import Account, account_of
from .history import write
from .models import Asked


@transaction.atomic
def ask(
    kind: str, account: Account | None, why: str, *, about: Handler | None = None, by: Handler, at: datetime
) -> Asked:
    """Ask for an account to be opened or changed, or for a new joining link. Nothing is done until a second person agrees.

    Refuses by role, HasLeft, and Unchanged when the account is like that already."""
    check(by, "accounts.ask")
    if about and about.left_on:
        raise refusals.HasLeft
    if about and kind == "change" and account == account_of(about):
        raise refusals.Unchanged
    details = asdict(account) if account else {}
    asked = Asked.objects.create(kind=kind, handler=about, details=details, why=why, by=by, at=at)
    write(about, "asked", {"asked": asked.pk, "kind": kind, **details, "why": why}, asked_by=None, by=by, at=at)
    return asked


@transaction.atomic
def agree(asked: Asked, *, by: Handler, at: datetime) -> str:
    """Do what was asked. Gives the joining link's secret for a newcomer or a new link, and nothing for a change: it is
    shown once and never kept.

    Refuses by role; SamePerson; NoAdministrator when neither of the two is one; AlreadySettled; HasLeft; AskerLeft; and
    ChangedSince, for what is asked is the whole account as it was then."""
    check(by, "accounts.agree")
    asked = _agreed(asked, by=by, at=at)
    if asked.handler and asked.handler.left_on:
        raise refusals.HasLeft
    if asked.kind == "open":
        handler = newcomer.make(Account(**asked.details), asked_by=asked.by, by=by, at=at)
        Asked.objects.filter(pk=asked.pk).update(handler=handler)
        return links.make(handler, at=at)
    if asked.kind == "change":
        _change(asked, by=by, at=at)
        return ""
    _shut(asked.handler)
    write(asked.handler, "linked", {"why": asked.why}, asked_by=asked.by, by=by, at=at)
    return links.make(asked.handler, at=at)


@transaction.atomic
def decline(asked: Asked, *, by: Handler, at: datetime) -> None:
    """Say no to it, or take back what one asked oneself. Nothing is done. Refuses by role and AlreadySettled."""
    check(by, "accounts.agree")
    asked = Asked.objects.select_for_update().get(pk=asked.pk)
    if asked.settled_at:
        raise refusals.AlreadySettled
    who = None if by == asked.by else by  # nobody settles their own: taken back is settled by nobody
    Asked.objects.filter(pk=asked.pk).update(settled_by=who, settled_at=at)
    write(asked.handler, "declined", {"asked": asked.pk, **asked.details}, asked_by=asked.by, by=by, at=at)


def _agreed(asked: Asked, *, by: Handler, at: datetime) -> Asked:
    asked = Asked.objects.select_for_update().get(pk=asked.pk)
    if asked.settled_at:
        raise refusals.AlreadySettled
    if by.pk in {asked.by_id, asked.handler_id}:
        raise refusals.SamePerson
    if asked.by.left_on:
        raise refusals.AskerLeft
    if Role.ADMINISTRATOR not in {by.role, asked.by.role}:
        raise refusals.NoAdministrator
    if asked.kind == "change" and _changed_since(asked):
        raise refusals.ChangedSince
    asked.settled_by, asked.settled_at, asked.agreed = by, at, True
    asked.save(update_fields=["settled_by", "settled_at", "agreed"])
    return asked


def _changed_since(asked: Asked) -> bool:
    """Two are never agreed at once for one account: the second waits for its row, and for those held before it."""
    _administrators()
    Handler.objects.select_for_update().get(pk=asked.handler_id)
    others = Asked.objects.filter(kind="change", handler=asked.handler_id, agreed=True, settled_at__gte=asked.at)
    return others.exclude(pk=asked.pk).exists()


def _change(asked: Asked, *, by: Handler, at: datetime) -> None:
    account, handler = Account(**asked.details), asked.handler
    administrators, before = _administrators(), asdict(account_of(handler))
    changed = {field: [before[field], new] for field, new in asdict(account).items() if before[field] != new}
    if handler.role == Role.ADMINISTRATOR and account.role != Role.ADMINISTRATOR:
        _not_the_last(handler, administrators)
    for field, value in account.columns().items():
        setattr(handler, field, value)
    handler.save()
    wall_newcomer(handler, by=by, at=at)  # a new name or collar number may be an officer's
    write(handler, "changed", changed | {"why": asked.why}, asked_by=asked.by, by=by, at=at)


@transaction.atomic
def leave(handler: Handler, *, by: Handler, at: datetime) -> None:
    """Close a log-in: they are signed out at their next page, and what they had in hand is nobody's. Takes one person.

    Refuses by role, HasLeft, and LastOne: an office without an administrator could never open another account."""
    check(by, "accounts.leave")
    administrators = _administrators()
    handler = Handler.objects.select_for_update().get(pk=handler.pk)
    if handler.left_on:
        raise refusals.HasLeft
    if handler.role == Role.ADMINISTRATOR:
        _not_the_last(handler, administrators)
    handler.left_on = day_of(at)
    handler.save(update_fields=["left_on"])
    _shut(handler)
    cases = let_go(handler, by=by, at=at)
    write(handler, "left", {"cases": cases}, asked_by=None, by=by, at=at)


def _shut(handler: Handler) -> None:
    """No password, no sign-in code: every session of theirs ends, since it was opened with the password of then."""
    Authenticator.objects.filter(user_id=handler.user_id).delete()
    handler.user.set_unusable_password()
    handler.user.is_active = not handler.left_on
    handler.user.save(update_fields=["password", "is_active"])


def _administrators() -> list[int]:
    """Those there are, their rows held in one order and before any other log-in's: of two who go at once, neither may rely on
    the other."""
    there = Handler.objects.select_for_update(of=("self",)).filter(role=Role.ADMINISTRATOR, left_on=None, user__is_active=True)
    return list(there.order_by("pk").values_list("pk", flat=True))


def _not_the_last(handler: Handler, administrators: list[int]) -> None:
    if not set(administrators) - {handler.pk}:
        raise refusals.LastOne
