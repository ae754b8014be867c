"""What somebody can do on their own page, and what a handler does about it. Each is one transaction and one event."""

from collections.abc import Mapping
from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction

from putright.cases.actions import locked
from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.contacts.actions import receive
from putright.contacts.models import Contact
from putright.contacts.said import Said
from putright.passes import actions as passes
from putright.passes import codes
from putright.passes.models import HANDLER, Pass
from putright.people.actions import note_person
from putright.people.gates import check
from putright.people.models import Handler
from putright.triage.actions import can_record

from .holders import could_hold
from .models import Ask
from .refusals import AlreadyDone, CannotRecordNow, NotOfThisCase, NotYours, SignIt
from .rules import stricter
from .sittings import Visitor
from .words import ADJUSTMENTS, FEEDBACK, RECORD, WITHDRAW


def key_of(visitor: Visitor, typed: str) -> UUID:
    """The form's key, made this visitor's own: nobody else's contact or file is met by it, whatever was posted."""
    return uuid5(NAMESPACE_URL, f"putright:own-page:{visitor.held.pk}:{typed}")


@transaction.atomic
def write_to_us(visitor: Visitor, words: str, key: UUID, *, language: str, by: None = None, at: datetime) -> Contact:
    """What they write joins their case, with the files held under the same key. The same key again changes nothing.

    Refuses NothingSaid. The event is the contact's (contacts.receive)."""
    said = Said(key=key, channel="web", words=words, language=language)
    return receive(said, visitor.person, by=by, at=at, joins=visitor.case)


@transaction.atomic
def ask_for_record(visitor: Visitor, words: str, key: UUID, *, by: None = None, at: datetime) -> Ask:
    """They want a formal record. It must be made (PRA 2002 Sch 3 para 2(6A)(a)); a handler makes it, and it waits for one.

    Changes: one ask, event `asked_to_record`. Refuses NotYours, CannotRecordNow. The same key again changes nothing."""
    if again := Ask.objects.filter(key=key).first():
        return again
    case = _may(visitor)
    if not can_record(case):
        raise CannotRecordNow
    told: dict[str, object] = {"words": words} if words.strip() else {}
    line = Line("asked_to_record", at, None, "complainant", _facts(visitor), told)
    return _ask(visitor, case, RECORD, key, line)


@transaction.atomic
def withdraw(visitor: Visitor, words: str, signature: str, key: UUID, *, by: None = None, at: datetime) -> Ask:
    """A notice that they withdraw, signed with their typed name (CMR 2020 reg 38). It ends nothing by itself: a handler looks
    at it, and whether the public interest needs the matter dealt with.

    Changes: one ask, event `wants_to_withdraw`. Refuses NotYours, SignIt. The same key again changes nothing."""
    if again := Ask.objects.filter(key=key).first():
        return again
    case = _may(visitor)
    if len(signature.split()) < 2 and signature.strip().casefold() != visitor.person.name.casefold():
        raise SignIt
    told: dict[str, object] = {"signed_by": signature.strip()}
    if words.strip():
        told["words"] = words
    line = Line("wants_to_withdraw", at, None, "complainant", _facts(visitor) | {"signed": True}, told)
    return _ask(visitor, case, WITHDRAW, key, line)


@transaction.atomic
def give_feedback(visitor: Visitor, rating: str, words: str, key: UUID, *, by: None = None, at: datetime) -> Ask:
    """How it was for them, to learn from. Changes: one ask, event `gave_feedback`. The same key again changes nothing."""
    if again := Ask.objects.filter(key=key).first():
        return again
    line = Line("gave_feedback", at, None, "complainant", _facts(visitor) | {"rating": rating}, {"words": words})
    return _ask(visitor, locked(visitor.case), FEEDBACK, key, line, rating)


@transaction.atomic
def make_safer(visitor: Visitor, asked: Mapping[str, object], *, by: None = None, at: datetime) -> None:
    """Add to how they may not be reached. Only ever stricter: to take something out is asked of a handler, who makes sure
    that it is them. Event `safer_to_reach`; nothing new changes nothing."""
    case, person = locked(visitor.case), visitor.person
    before, now = dict(person.safe_contact), stricter(person.safe_contact, asked)
    if now == before:
        return
    note_person({"safe_contact": now}, at=at, person=person)
    added = sorted(name for name in now if now[name] != before.get(name))
    write(case, Line("safer_to_reach", at, None, "complainant", _facts(visitor) | {"rules": added}))


@transaction.atomic
def choose_how_to_read(
    visitor: Visitor, language: str, wanted: frozenset[str], *, by: None = None, at: datetime
) -> None:
    """Which language we write to them in, and whether in large print or easy read. Event `chose_how_to_read`."""
    case, person = locked(visitor.case), visitor.person
    said = [
        line
        for line in person.adjustments.splitlines()
        if line not in {one for both in ADJUSTMENTS.values() for one in both}
    ]
    said += [ADJUSTMENTS[name][language == "cy"] for name in sorted(wanted)]
    note_person({"language": language, "adjustments": "\n".join(said)}, at=at, person=person)
    facts = _facts(visitor) | {"language": language, "wanted": sorted(wanted)}
    write(case, Line("chose_how_to_read", at, None, "complainant", facts))


@transaction.atomic
def give(case: Case, holder: passes.Holder, checked: str, *, by: Handler, at: datetime) -> str:
    """Give somebody a new code, having checked who they are: every older one of theirs on this case ends. Returns the code,
    which is shown once and kept nowhere.

    Refuses NotOfThisCase, NotAllowed by role. Event `pass_given`, with how it was checked."""
    check(by, "own_page.give")
    case = locked(case)
    if (holder.person.pk, holder.speaks) not in [(one.person.pk, one.speaks) for one in could_hold(case)]:
        raise NotOfThisCase
    passes.end_older(case, holder.person, at=at)
    code = codes.make()
    made = passes.make(case, holder, code, by=by, at=at)
    facts = {"pass": made.pk, "how": HANDLER, "person": holder.person.pk, "checked": checked}
    write(case, Line("pass_given", at, by, facts=facts))
    return code


@transaction.atomic
def end(one: Pass, *, by: Handler, at: datetime) -> None:
    """The code opens nothing, from the next request on. Refuses AlreadyDone, NotAllowed by role. Event `pass_ended`."""
    check(by, "own_page.give")
    case = locked(one.case)
    if not Pass.objects.filter(pk=one.pk, ended_at=None).update(ended_at=at):
        raise AlreadyDone
    write(case, Line("pass_ended", at, by, facts={"pass": one.pk, "person": one.person_id}))


@transaction.atomic
def deal_with(ask: Ask, words: str, *, by: Handler, at: datetime) -> None:
    """Say that what they asked for was dealt with, and how. Changes nothing else: recording, deciding and closing are the
    handler's own steps. Event `dealt_with`. Refuses AlreadyDone, NotAllowed by role."""
    check(by, "own_page.deal_with")
    case = locked(ask.held.case)
    if not Ask.objects.filter(pk=ask.pk, done_at=None).update(done_at=at, done_by=by):
        raise AlreadyDone
    write(case, Line("dealt_with", at, by, facts={"ask": ask.pk, "kind": ask.kind}, payload={"words": words}))


# --- Steps of the above, inside their transaction.
def _may(visitor: Visitor) -> Case:
    if not visitor.acts:
        raise NotYours
    return locked(visitor.case)


def _facts(visitor: Visitor) -> dict[str, object]:
    """Whose page it was done on. Who somebody is stands in the pass."""
    return {"pass": visitor.held.pk, "person": visitor.person.pk}


def _ask(visitor: Visitor, case: Case, kind: str, key: UUID, line: Line, rating: str = "") -> Ask:
    (event,) = write(case, line)
    return Ask.objects.create(key=key, held=visitor.held, kind=kind, event=event, rating=rating, at=line.at)
