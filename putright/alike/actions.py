"""Linking two cases, and taking it back. The log of each case says it; there is no other record."""

from datetime import datetime

from django.db import transaction

from putright.cases.actions import locked
from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.cases.queries import events
from putright.people.gates import check
from putright.people.models import Handler

from .queries import KINDS, links
from .refusals import LinkedAlready, NotLinked, WithItself


@transaction.atomic
def link(case: Case, other: Case, kind: str, why: str, *, by: Handler, at: datetime) -> None:
    """Say that two cases are about the same incident, or are the same matter. An event on both; nothing else changes, and
    nobody reaches a case by it.

    Refuses WithItself, LinkedAlready, NotAllowed by role, and a kind it does not know (ValueError)."""
    check(by, "alike.link")
    if kind not in KINDS:
        raise ValueError(f"{kind} is no way in which cases are linked")
    case, other = _both(case, other)
    if links(events(case)).get(other.pk) == kind:
        raise LinkedAlready
    said: dict[str, object] = {"why": why} if why.strip() else {}
    for one, its_other in _in_order(case, other):
        write(one, Line("linked", at, by, facts={"other": its_other.pk, "kind": kind}, payload=said))


@transaction.atomic
def unlink(case: Case, other: Case, why: str, *, by: Handler, at: datetime) -> None:
    """Say that two cases are not linked after all. Refuses NotLinked, WithItself, NotAllowed by role."""
    check(by, "alike.link")
    case, other = _both(case, other)
    if other.pk not in links(events(case)):
        raise NotLinked
    said: dict[str, object] = {"why": why} if why.strip() else {}
    for one, its_other in _in_order(case, other):
        write(one, Line("unlinked", at, by, facts={"other": its_other.pk}, payload=said))


def _both(case: Case, other: Case) -> tuple[Case, Case]:
    """Both rows held, the older first, so that two people linking the same two the other way about cannot wait for each other."""
    if case.pk == other.pk:
        raise WithItself
    held = {one.pk: locked(one) for one in sorted((case, other), key=lambda one: one.pk)}
    return held[case.pk], held[other.pk]


def _in_order(case: Case, other: Case) -> list[tuple[Case, Case]]:
    return sorted([(case, other), (other, case)], key=lambda pair: pair[0].pk)
