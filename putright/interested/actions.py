"""Writing down who else is kept informed, whether they agree, and when it ends."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from putright.cases.actions import locked
from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.people.actions import note_person
from putright.people.gates import check
from putright.people.models import Handler
from putright.people.rules import fold

from . import rules
from .models import Interested
from .refusals import Ended, TheirOwn


@transaction.atomic
def add(
    case: Case, details: Mapping[str, object], tie: tuple[str, str], agrees: str, *, by: Handler, at: datetime
) -> Interested:
    """Write down somebody else who is kept informed (PRA 2002 s.21): `details` as for any person, with their safe-contact rule;
    `tie` a code of rules.TIES and the same in words.

    Changes: one person, one row, event `interested_added`. Refuses TheirOwn for the complainant by name and address,
    ValueError for a tie or answer there is not; NotAllowed by role."""
    check(by, "interested.keep")
    if tie[0] not in rules.TIES or agrees not in rules.AGREES:
        raise ValueError(f"no such tie or answer: {tie[0]}, {agrees}")
    case = locked(case)
    them = case.complainant
    if them and _same(details, {"name": them.name, "email": them.email, "phone": them.phone, "address": them.address}):
        raise TheirOwn
    person = note_person(dict(details), at=at)
    made = Interested.objects.create(case=case, person=person, tie=tie[0], how=tie[1][:200], agrees=agrees, by=by, at=at)
    facts = {"interested": made.pk, "person": person.pk, "tie": made.tie, "agrees": agrees}
    write(case, Line("interested_added", at, by, facts=facts, payload={"name": person.name, "how": made.how}))
    return made


def _same(details: Mapping[str, object], known: Mapping[str, str]) -> bool:
    """The same name and one way to reach them: a mother and daughter of one name have an address each."""
    told = {name: fold(str(details.get(name, ""))) for name in known}
    ways = [name for name in ("email", "phone", "address") if told[name] and told[name] == fold(known[name])]
    return bool(told["name"]) and told["name"] == fold(known["name"]) and bool(ways)


@transaction.atomic
def change(row: Interested, agrees: str, *, by: Handler, at: datetime) -> None:
    """They agree to be told, or no longer do: from now letters go to them, or none. Event `interested_agreed`; the same again
    changes nothing. Refuses Ended, ValueError, NotAllowed by role."""
    check(by, "interested.keep")
    if agrees not in rules.AGREES:
        raise ValueError(f"no such answer: {agrees}")
    now = _open(row)
    if now.agrees == agrees:
        return
    now.agrees = agrees
    now.save(update_fields=["agrees"])
    write(now.case, Line("interested_agreed", at, by, facts={"interested": now.pk, "agrees": agrees}))


@transaction.atomic
def end(row: Interested, why: str, *, by: Handler, at: datetime) -> None:
    """They are kept informed no more, and why. The row stays. Event `interested_ended`. Refuses Ended, NotAllowed by role."""
    check(by, "interested.keep")
    now = _open(row)
    now.ended_at, now.ended_by = at, by
    now.save(update_fields=["ended_at", "ended_by"])
    write(now.case, Line("interested_ended", at, by, facts={"interested": now.pk}, payload={"why": why}))


def _open(row: Interested) -> Interested:
    locked(row.case)
    now = Interested.objects.select_related("case").get(pk=row.pk)
    if now.ended_at:
        raise Ended
    return now
