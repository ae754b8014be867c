"""The log: the only way a case changes. Each event is chained to the one before; the chain is checked by anyone.

A link is the SHA-256 of canonical JSON over the previous link and everything in the row but the erasable payload,
which is present by its salted digest. So a payload may be erased and the chain still holds, and a changed, moved,
added or removed line is found (`broken_at`)."""

import hashlib
import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.db import transaction
from django.db.models import F

from putright.people.models import Handler

from .models import Case, ChainHead, Event, EventPayload

FIRST = "0" * 64
AT_ONCE = 100  # rows in one statement: SQLite keeps the last 128 statements, and large ones of many sizes take 100 MB


@dataclass(frozen=True)
class Line:
    """What is to be written: a verb, who and when, facts (codes and dates) and payload (personal words)."""

    verb: str
    at: datetime
    by: Handler | None = None
    by_words: str = ""
    facts: dict[str, object] = field(default_factory=dict)
    payload: dict[str, object] = field(default_factory=dict)


def canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str).encode()


def digest(salt: str, body: dict[str, object]) -> str:
    return hashlib.sha256(salt.encode() + canonical(body)).hexdigest()


def link(event: Event, reference: str) -> str:
    """The hash an event must carry, worked out from its own columns."""
    row = [
        event.previous, reference, event.seq, event.at.astimezone(UTC).isoformat(), event.by_id, event.by_words,
        event.verb, event.facts, event.payload_digest,
    ]  # fmt: skip
    return hashlib.sha256(canonical(row)).hexdigest()


def chain(
    case: Case, lines: Iterable[Line], *, seq: int = 0, previous: str = FIRST
) -> list[tuple[Event, EventPayload]]:
    """The events that follow link `seq`, with their payloads, not yet saved."""
    made = []
    for line in lines:
        seq += 1
        salt = secrets.token_hex(16)
        facts, body = json.loads(canonical(line.facts)), json.loads(canonical(line.payload))
        event = Event(
            case=case, seq=seq, at=line.at, by=line.by, by_words=line.by_words, verb=line.verb, facts=facts,
            payload_digest=digest(salt, body), previous=previous,
        )  # fmt: skip
        event.hash = previous = link(event, case.reference)
        made.append((event, EventPayload(event=event, salt=salt, body=body)))
    return made


def version(case: Case, *, hold: bool = False) -> int:
    """How many lines there are now, whatever the row in hand says. `hold`: and nobody adds one until the transaction ends."""
    rows = Case.objects.select_for_update(no_key=True) if hold else Case.objects
    return int(rows.values_list("version", flat=True).get(pk=case.pk))


@transaction.atomic(savepoint=False)  # an event that cannot be written undoes the whole action
def write(case: Case, *lines: Line) -> list[Event]:
    """Append lines to the case's log and raise its version. Call inside the action's own transaction.

    The case's row is changed, and so held, before the head of its log, by everybody: the other way about, two people at
    one case would deadlock. The head row is made with ignore_conflicts and then locked: get-or-create loses events
    between threads."""
    Case.objects.filter(pk=case.pk).update(version=F("version") + len(lines))
    ChainHead.objects.bulk_create([ChainHead(case=case)], ignore_conflicts=True)
    head = ChainHead.objects.select_for_update().get(case=case)
    made = chain(case, lines, seq=head.seq, previous=head.hash)
    for event, payload in made:
        event.save(force_insert=True)
        payload.event = event
    EventPayload.objects.bulk_create([payload for _, payload in made])
    last = made[-1][0]
    ChainHead.objects.filter(pk=head.pk).update(seq=last.seq, hash=last.hash)
    case.version += len(made)
    return [event for event, _ in made]


def write_first(files: Iterable[tuple[Case, list[Line]]]) -> int:
    """Begin the logs of new cases, one or many at once. The cases were saved in this very transaction with the number of
    these lines for their version, and have no events yet: nobody else can see them, so nothing is locked."""
    links = [pair for case, lines in files for pair in chain(case, lines)]
    Event.objects.bulk_create([event for event, _ in links], AT_ONCE)
    EventPayload.objects.bulk_create([payload for _, payload in links], AT_ONCE)
    heads = {event.case_id: event for event, _ in links}
    ChainHead.objects.bulk_create([ChainHead(case_id=pk, seq=e.seq, hash=e.hash) for pk, e in heads.items()], AT_ONCE)
    return len(links)


def broken_at(case: Case) -> int | None:
    """The first place where a case's chain does not hold: its sequence number, or None when it is whole."""
    previous, expected = FIRST, 0
    for event in Event.objects.filter(case=case).select_related("payload").order_by("seq"):
        expected += 1
        payload = getattr(event, "payload", None)
        changed = payload is not None and digest(payload.salt, payload.body) != event.payload_digest
        if event.seq != expected or event.previous != previous or event.hash != link(event, case.reference) or changed:
            return expected
        previous = event.hash
    head = ChainHead.objects.filter(case=case).first()
    if head is None:
        return None if expected == 0 else expected
    return None if (head.seq, head.hash) == (expected, previous) else expected + 1
