"""Hearing what an exchange says, writing down what a caller said, and keeping the exchanges themselves.

What is acknowledged is stored: the events of a message and the calls worked out from them are one commit."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import batched, chain
from typing import Any, BinaryIO

from django.db import IntegrityError, transaction

from putright.contacts.entry.actions import Heard, enter
from putright.contacts.models import Contact
from putright.people.gates import check
from putright.people.models import Handler
from putright.people.rules import phone_key

from .log import Written as Layout
from .log import read
from .models import Call, CallEvent, Exchange, Extension, LogLoad, Secret, Unread, Written, Yardstick
from .queries import events_of, live_secrets
from .reading import Wrong
from .refusals import SameName, SecretEnded, TwoSecrets
from .rules import UNKNOWN, Reported, reckon, wrap_up
from .signing import new_salt

FACTS = (
    "number", "number_key", "withheld", "option", "offered_at", "began_at", "half_hour", "answered_at", "ended_at", "last_at",
    "outcome", "wait", "talk", "extension", "transferred_in", "transferred_out", "doubts", "handler", "wrap_up",
)  # fmt: skip
ROWS = 400  # of a log in one transaction


@dataclass(frozen=True)
class Count:
    """How many events were new, were here already, or could not be read."""

    kept: int = 0
    known: int = 0
    wrong: int = 0


@transaction.atomic
def hear(
    exchange: Exchange, told: Iterable[Reported | Wrong], *, by: Handler | None, at: datetime, load: LogLoad | None = None
) -> Count:
    """Keep what an exchange said, and work out again each call it is about. The same again changes nothing; events may
    come in any order; one of a call nobody offered makes a call that is listed as unmatched. What cannot be read is kept
    whole. Changes no case, so no event of a case is written. `by` is None: the message's signature was checked."""
    told = list(told)
    said = {(one.call, one.digest()): one for one in told if isinstance(one, Reported)}
    wrong = [one for one in told if isinstance(one, Wrong)]
    calls = _held(exchange, sorted({one.call for one in said.values()}), at)
    before = events_of(calls.values())
    known = {(call.key, event.digest()) for call in calls.values() for event in before[call.pk]}
    new = {key: one for key, one in said.items() if key not in known}
    CallEvent.objects.bulk_create(_event(calls[one.call], digest, one, at) for (_key, digest), one in new.items())
    for one in new.values():
        before[calls[one.call].pk].append(one)
    _reckoned(exchange, [calls[key] for key in {one.call for one in new.values()}], before)
    _kept_unread(exchange, wrong, load, at)
    return Count(len(new), len(said) - len(new), len(wrong))


def _held(exchange: Exchange, keys: Sequence[str], at: datetime) -> dict[str, Call]:
    """Those calls, made where they are new, and held until this transaction ends: two messages about one call take turns.
    All made before any is held, and both in the order of their keys, so that two messages about the same calls never wait
    for each other."""
    if not keys:
        return {}
    found = Call.objects.filter(exchange=exchange, key__in=keys)
    there = set(found.values_list("key", flat=True))
    if missing := [key for key in keys if key not in there]:
        blank = (Call(exchange=exchange, key=key, last_at=at, outcome=UNKNOWN) for key in missing)
        Call.objects.bulk_create(blank, ignore_conflicts=True)
    return {call.key: call for call in found.order_by("key").select_for_update()}


def _event(call: Call, digest: str, one: Reported, at: datetime) -> CallEvent:
    told = {name: value for name, value in vars(one).items() if name != "call"}
    return CallEvent(call=call, digest=digest, heard_at=at, **told)


def _reckoned(exchange: Exchange, calls: Sequence[Call], events: dict[int, list[Reported]]) -> None:
    """Write each call anew from its events. Whose extension it was and when it was written down stay what they are."""
    if not calls:
        return
    told = {call.pk: reckon(events[call.pk]) for call in calls}
    numbers = {one.extension for one in told.values() if one.extension}
    desks = list(Extension.objects.filter(exchange=exchange, number__in=numbers)) if numbers else []
    for call in calls:
        facts = told[call.pk]
        for name, value in vars(facts).items():
            setattr(call, name, value)
        call.number_key = phone_key(facts.number)
        call.handler_id = _whose(desks, facts.extension, facts.answered_at)
        call.wrap_up = wrap_up(call.ended_at, call.written_at)
        call.pk = None  # written over by its key: far quicker for hundreds than an update of each
    Call.objects.bulk_create(calls, update_conflicts=True, unique_fields=["exchange", "key"], update_fields=FACTS)


def _whose(desks: Iterable[Extension], number: str, at: datetime | None) -> int | None:
    if not at:
        return None
    mine = (desk for desk in desks if desk.number == number and desk.since <= at and (desk.until is None or at < desk.until))
    return next((desk.handler_id for desk in mine), None)


def _kept_unread(exchange: Exchange, wrong: Iterable[Wrong], load: LogLoad | None, at: datetime) -> None:
    """Once each: the same row of the same log again is listed under the newest load, and no second time."""
    rows = [
        Unread(
            exchange=exchange, words=one.words, reason=one.reason, row=one.row, heard_at=at, load=load,
            digest=hashlib.sha256(f"{one.row}\n{one.reason}\n{one.words}".encode()).hexdigest(),
        )
        for one in wrong
    ]  # fmt: skip
    once = {row.digest: row for row in rows}.values()
    Unread.objects.bulk_create(
        once, update_conflicts=True, unique_fields=["exchange", "digest"], update_fields=["load", "row"]
    )


def load_log(file: BinaryIO, exchange: Exchange, layout: Layout, name: str, *, by: Handler | None, at: datetime) -> LogLoad:
    """Take an exchange's log by the same way as its messages, some hundred rows in a transaction each. The same file again
    changes nothing. `by` is None from the command line. Refuses by role, and NotALog, NotUtf8, EmptyLog, ColumnsMissing."""
    if by is not None:
        check(by, "contacts.load_calls")
    rows = read(file, layout, at=at)
    first = list(next(rows, []))  # a file that cannot be read at all is refused before anything is written
    made = LogLoad.objects.create(exchange=exchange, name=name[:200], by=by, started_at=at)
    for some in batched(chain([first] if first else [], rows), ROWS):
        _loaded(made, some, at=at)
    made.finished_at = at
    made.save(update_fields=["finished_at"])
    return made


@transaction.atomic
def _loaded(made: LogLoad, rows: Sequence[list[Reported | Wrong]], *, at: datetime) -> None:
    count = hear(made.exchange, [one for row in rows for one in row], by=None, at=at, load=made)
    made.rows += len(rows)
    made.kept, made.known, made.wrong = made.kept + count.kept, made.known + count.known, made.wrong + count.wrong
    made.save(update_fields=["rows", "kept", "known", "wrong"])


def rebuild(*, by: Handler | None, at: datetime) -> int:
    """Work out every call again from its events; says how many. Nothing is lost if it is stopped half-way. From the
    command line only: `by` is None."""
    number = 0
    for some in batched(Call.objects.order_by("pk").values_list("pk", flat=True).iterator(), ROWS):
        _rebuilt(some)
        number += len(some)
    return number


@transaction.atomic
def _rebuilt(some: Sequence[int]) -> None:
    calls = list(Call.objects.filter(pk__in=some).select_related("exchange").order_by("pk").select_for_update(of=("self",)))
    events = events_of(calls)
    for exchange in {call.exchange for call in calls}:
        _reckoned(exchange, [call for call in calls if call.exchange == exchange and events[call.pk]], events)


@transaction.atomic
def write_down(
    call: Call, heard: Heard, details: dict[str, object], *, by: Handler, at: datetime, **who: Any
) -> Contact:
    """Write a contact down from a call, in one commit with which call it was. It was received when it was answered, unless
    the handler says another day. `who`: the person and the case it joins, as `enter` takes them; what that refuses, this
    refuses."""
    check(by, "contacts.log")
    received = heard.said.received_at or call.answered_at or call.began_at or call.offered_at
    heard = replace(heard, said=replace(heard.said, received_at=min(received, at) if received else None))
    contact = enter(heard, details, by=by, at=at, **who)
    if contact.entered_at == at:  # else the same form came twice
        Written.objects.get_or_create(contact=contact, defaults={"call": call, "at": at})
        held = Call.objects.select_for_update().get(pk=call.pk)
        held.written_at, held.wrap_up = at, wrap_up(held.ended_at, at)
        held.save(update_fields=["written_at", "wrap_up"])
    return contact


@transaction.atomic
def look_at_unread(unread: Unread, *, by: Handler, at: datetime) -> None:
    """Say that somebody looked at what could not be read. It is kept, and no longer listed. Refuses by role."""
    check(by, "contacts.see_unmatched")
    Unread.objects.filter(pk=unread.pk, looked_at=None).update(looked_at=at, looked_by=by)


@transaction.atomic
def make_exchange(slug: str, name: str, *, by: Handler, at: datetime) -> Exchange:
    """Let another exchange tell us of its calls, once it has a secret. Refuses SameName and by role."""
    check(by, "contacts.run_exchanges")
    try:
        with transaction.atomic():
            return Exchange.objects.create(slug=slug, name=name, made_at=at, made_by=by)
    except IntegrityError as problem:
        raise SameName from problem


@transaction.atomic
def give_secret(exchange: Exchange, *, by: Handler | None, at: datetime) -> Secret:
    """Give an exchange a secret, beside the one it has, so that it can be changed there without losing a call. Refuses
    TwoSecrets and by role. `by` is None in a demonstration."""
    if by is not None:
        check(by, "contacts.run_exchanges")
    Exchange.objects.select_for_update().get(pk=exchange.pk)
    if len(live_secrets(exchange)) >= 2:
        raise TwoSecrets
    return Secret.objects.create(exchange=exchange, salt=new_salt(), made_at=at, made_by=by)


@transaction.atomic
def end_secret(secret: Secret, *, by: Handler, at: datetime) -> None:
    """From now on nothing signed with it is believed. Refuses SecretEnded and by role."""
    check(by, "contacts.run_exchanges")
    if not Secret.objects.filter(pk=secret.pk, ended_at=None).update(ended_at=at, ended_by=by):
        raise SecretEnded


@transaction.atomic
def give_extension(exchange: Exchange, number: str, handler: Handler | None, *, by: Handler, at: datetime) -> None:
    """Say whose telephone rings there from now on, or nobody's any more. Calls answered before stay whose they were.
    Refuses by role."""
    check(by, "contacts.run_exchanges")
    Exchange.objects.select_for_update().get(pk=exchange.pk)
    Extension.objects.filter(exchange=exchange, number=number, until=None).update(until=at)
    if handler:
        Extension.objects.create(exchange=exchange, number=number, handler=handler, since=at, by=by)


@transaction.atomic
def set_yardstick(mark: Yardstick, *, by: Handler, at: datetime) -> None:
    """Say what answering in time means from a day on; for the same day again, the later word counts. Refuses by role."""
    check(by, "contacts.set_yardstick")
    kept = {"seconds": mark.seconds, "percent": mark.percent, "short": mark.short, "made_at": at, "by": by}
    Yardstick.objects.update_or_create(since=mark.since, defaults=kept)
