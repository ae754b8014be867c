"""Clearing a wall: one person says that it is somebody else and why, a second, as far from it, agrees. Never the one walled."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from putright.people.gates import check
from putright.people.models import Handler
from putright.people.roles import Role

from .log import Line, write
from .models import SEALED, ComplainedOf, Wall
from .queries import open_to
from .refusals import ClearedAlready, NotOutside, SayWhy, TwoPeople


def walls_for(by: Handler, *, at: datetime) -> QuerySet[Wall]:
    """The walls in force that this person may look at: of cases open to them; for a privacy officer, who opens none, of all
    but sealed ones. Never a wall of their own, nor of a case with a link to them, nor of somebody they manage or answer to."""
    kept_out = Wall.objects.filter(case=OuterRef("case"), handler=by, cleared_at=None)
    named = ComplainedOf.objects.filter(case=OuterRef("case"), handler=by)
    found = Wall.objects.filter(~Exists(kept_out), ~Exists(named), cleared_at=None).exclude(handler=by)
    found = found.exclude(Q(handler__managed_by=by) | Q(handler=by.managed_by_id))
    if by.role == Role.PRIVACY:
        found = found.exclude(case__restriction=SEALED)
    else:
        found = found.filter(case__in=open_to(by, at=at))
    return found.select_related("case", "handler__team", "doubted_by", "by").order_by("-suggested", "doubted_at", "-at", "-pk")


@transaction.atomic
def doubt(wall: Wall, why: str, *, by: Handler, at: datetime) -> None:
    """Say that the one kept out is not who the case is about. The wall stays until a second person agrees.

    Refuses SayWhy, NotOutside, ClearedAlready, and NotAllowed by role."""
    held = _outside(wall, by, at)
    if not why.strip():
        raise SayWhy
    held.doubted_at, held.doubted_by, held.doubt = at, by, why.strip()[:500]
    held.save(update_fields=["doubted_at", "doubted_by", "doubt"])
    write(held.case, Line("wall_doubted", at, by, facts={"handler": held.handler_id}, payload={"why": held.doubt}))


@transaction.atomic
def clear(wall: Wall, *, by: Handler, at: datetime) -> None:
    """Agree that it is somebody else: the case is there for them again, and nobody takes them for the officer named.

    Refuses TwoPeople for the one who said so first, or before anybody did; NotOutside, ClearedAlready, NotAllowed by role."""
    held = _outside(wall, by, at)
    if held.doubted_by_id in (None, by.pk):
        raise TwoPeople
    held.cleared_at, held.cleared_by = at, by
    held.save(update_fields=["cleared_at", "cleared_by"])
    namesake = ComplainedOf.objects.filter(case=held.case, handler=held.handler_id).update(handler=None)
    facts = {"handler": held.handler_id, "doubted_by": held.doubted_by_id, "namesake": bool(namesake)}
    write(held.case, Line("wall_cleared", at, by, facts=facts, payload={"why": held.doubt}))


@transaction.atomic
def keep(wall: Wall, why: str, *, by: Handler, at: datetime) -> None:
    """Look at a wall and let it stand: it is no longer only a suggestion, and a doubt is answered.

    Refuses SayWhy where somebody doubted it, NotOutside, ClearedAlready, and NotAllowed by role."""
    held = _outside(wall, by, at)
    if held.doubted_by_id and not why.strip():
        raise SayWhy
    held.suggested, held.doubted_at, held.doubted_by, held.doubt = False, None, None, ""
    held.save(update_fields=["suggested", "doubted_at", "doubted_by", "doubt"])
    said: dict[str, object] = {"why": why.strip()[:500]} if why.strip() else {}
    write(held.case, Line("wall_kept", at, by, facts={"handler": held.handler_id}, payload=said))


def _outside(wall: Wall, by: Handler, at: datetime) -> Wall:
    """The wall, held; refused to whoever has a link to it. Asked again under the lock: a wall may have gone up meanwhile."""
    check(by, "cases.clear_wall")
    held = Wall.objects.select_for_update().get(pk=wall.pk)
    if held.cleared_at:
        raise ClearedAlready
    if not walls_for(by, at=at).filter(pk=held.pk).exists():
        raise NotOutside
    return Wall.objects.select_related("case").get(pk=held.pk)
