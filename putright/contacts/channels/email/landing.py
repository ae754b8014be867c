"""The last step of a message: it becomes a contact of its case or of a new one, is noted, or waits in the tray.
Steps of the actions beside this file, inside their transactions."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.codes.asked.rules import Answered
from putright.contacts.actions import Who, receive
from putright.contacts.models import Contact
from putright.contacts.said import Said
from putright.documents.actions import keep
from putright.documents.refusals import NotTaken
from putright.people.models import Handler

from . import rules
from .addresses import key_of as number_of
from .deciding import Judged, Seen, key_of, language_of, named_in, theirs
from .models import COPY, LANDED, NOTED, TRAY, Bounce, Enclosure, Reading
from .parsing import Part, without_quote
from .signing import HOUSE

NAMELESS = "file"


@dataclass(frozen=True)
class About:
    """What a handler said of a message: what it is, its language, and the answers to its kind's questions that stood in it."""

    kind: str = ""
    language: str = ""
    topic: str = ""
    answers: tuple[Answered, ...] = ()


NOTHING = About()


def keep_files(judged: Judged, *, at: datetime) -> None:
    """Keep what came with a message that is going to be a contact; the contact takes it along by its key."""
    if judged.way.to in ("land", "new") and judged.twin is None:
        _kept(judged.seen.parsed.parts, judged.key, None, by=None, at=at)


def go(reading: Reading, judged: Judged, *, at: datetime) -> None:
    """Write down what was read, and go the way the rules gave."""
    seen, way = judged.seen, judged.way
    write_down(reading, seen, judged, at=at)
    if judged.twin is not None:
        reading.state, reading.case, reading.contact = COPY, judged.twin.case, judged.twin.contact
        reading.hidden_from.set(named_in(seen))
    elif way.to == "land" and judged.case is not None:
        land(reading, seen, judged.case, how=way.how, by=None, at=at)
    elif way.to == "new":
        open_new(reading, seen, by=None, at=at)
    elif way.to == "note":
        _note(reading, seen, judged, at=at)
    else:
        reading.state, reading.why, reading.case, reading.how = TRAY, way.why, judged.case, way.how
        reading.crowd = (seen.sender_key or "-") if way.why in ("flood", "again") else ""
        reading.hidden_from.set(named_in(seen))
        if seen.nature == rules.BOUNCE:
            _note_bounce(reading, seen, judged.case, at=at)
    reading.save()


def write_down(reading: Reading, seen: Seen, judged: Judged, *, at: datetime) -> None:
    """What the message says, in its row. The bytes stay what they are."""
    parsed = seen.parsed
    reading.nature, reading.read_at, reading.twin = seen.nature, at, judged.mark
    reading.sender, reading.sender_key, reading.sender_name = seen.sender, seen.sender_key, seen.sender_name
    reading.subject, reading.to = seen.subject, list(seen.to[: rules.MANY])
    reading.written = parsed.head.words("date")[:100]
    reading.words, reading.quoted = without_quote(parsed)
    reading.html, reading.flags = parsed.html, sorted(parsed.flags)
    reading.language = language_of(seen, judged.case)
    reading.enclosures.all().delete()
    Enclosure.objects.bulk_create(
        [
            Enclosure(reading=reading, number=number, name=part.name, media_type=part.media_type, size=len(part.content))
            for number, part in enumerate(parsed.parts, 1)
        ],
        100,
    )


def land(reading: Reading, seen: Seen, case: Case, *, how: str, by: Handler | None, at: datetime) -> Contact:
    """A contact of a case that is there already, and in its log how the message found it and whether to trust that."""
    people = theirs(case)
    verified = rules.is_verified(how, seen.sender, [one.email for one in people])
    writer = next((one for one in people if verified and one.email.casefold() == seen.sender_key), None)
    reading.verified, reading.how = verified, how
    contact = receive(replace(_said(reading, seen), unverified=not verified), writer, by=by, at=at, joins=case)
    _landed(reading, contact, seen, by=by, at=at)
    return contact


def open_new(
    reading: Reading, seen: Seen, about: About = NOTHING, *, by: Handler | None, at: datetime
) -> Contact:  # fmt: skip
    """A contact with a case of its own. Only what a person wrote keeps an address that the house may answer by itself."""
    writer: Who = None
    if seen.nature == rules.PERSON and rules.usable(seen.sender):
        writer = {"name": seen.sender_name, "email": seen.sender}
    elif seen.sender_name:
        writer = {"name": seen.sender_name}
    said = replace(_said(reading, seen, about.kind, about.language), topic=about.topic, answers=about.answers)
    contact = receive(said, writer, by=by, at=at)
    reading.how = ""
    _landed(reading, contact, seen, by=by, at=at)
    return contact


def _said(reading: Reading, seen: Seen, kind: str = "", language: str = "") -> Said:
    key = key_of(reading.twin, reading.message.digest)
    words = reading.words or reading.subject or ", ".join(part.name or NAMELESS for part in seen.parsed.parts) or "–"
    return Said(
        key=key, channel="email", words=words, kind=kind, language=language or reading.language, received_at=reading.came_at
    )


def _landed(reading: Reading, contact: Contact, seen: Seen, *, by: Handler | None, at: datetime) -> None:
    reading.state, reading.contact, reading.case, reading.why = LANDED, contact, contact.case, ""
    reading.save()
    troubles = _kept(seen.parsed.parts, contact.key, contact.case, by=by, at=at)
    for number, trouble in troubles.items():
        reading.enclosures.filter(number=number).update(trouble=trouble[:300])
    facts = {"reading": reading.pk, "how": reading.how, "verified": reading.verified}
    write(contact.case, Line("emailed", at, by, "" if by else "rounds", facts=facts))


def _kept(parts: Iterable[Part], key: UUID, case: Case | None, *, by: Handler | None, at: datetime) -> dict[int, str]:
    """Keep files byte for byte; the same again is kept once. What was not taken is still in the message: why, by number."""
    troubles = {}
    for number, part in enumerate(parts, 1):
        try:
            keep(part.content, part.name or NAMELESS, case=case, came_with=key, by=by, at=at)
        except NotTaken as trouble:
            troubles[number] = str(trouble)
    return troubles


def _note(reading: Reading, seen: Seen, judged: Judged, *, at: datetime) -> None:
    """A machine about a case: in its log, and no contact, so that nothing is owed for it and nobody answers it. Or about a
    message of the house: then whoever sent that asks."""
    reading.state, reading.case, reading.how = NOTED, judged.case, judged.way.how
    facts: dict[str, object] = {"reading": reading.pk, "how": reading.how}
    if seen.nature == rules.BOUNCE:
        first = _note_bounce(reading, seen, judged.case, at=at)
        facts |= {"action": first.action, "code": first.code}
    if judged.case is None:
        return
    write(judged.case, Line("bounced" if seen.nature == rules.BOUNCE else "auto_replied", at, None, "rounds", facts=facts))


def _note_bounce(reading: Reading, seen: Seen, case: Case | None, *, at: datetime) -> Bounce:
    """A row for each recipient that a letter did not reach; one at least. The letter's number, so that it can be found."""
    ours = {HOUSE, case.reference if case else ""}
    number = next((number for reference, number in seen.threads if reference in ours), "")
    made = [
        Bounce(
            reading=reading, case=case, message_id=number_of(number), recipient=one.recipient, action=one.action,
            code=one.code, words=one.words, at=at,
        )
        for one in seen.parsed.returned
    ]  # fmt: skip
    made = made or [Bounce(reading=reading, case=case, message_id=number, action="failed", at=at)]
    Bounce.objects.bulk_create(made, 100)
    return made[0]
