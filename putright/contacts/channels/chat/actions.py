"""What the two sides of a chat can do. Each holds the chat's row, so that lines are numbered in the order they are seen.

A line is stored before anybody is told that it was sent. No case is changed before the chat ends: then the contact is
(contacts.receive), by its key and so once."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from putright.cases.models import Case
from putright.contacts.models import Contact
from putright.people.gates import check
from putright.people.models import Handler

from . import filing, queries, rules
from .models import ENDED, HANDLER, HOUSE, LIVE, VISITOR, WAITING, Chat, Line, Phrase, Taking
from .phrases import DEFAULTS
from .refusals import BothLanguages, Full, NothingTyped, NotTaking, NotYours, Over, Taken, TooFast


@dataclass(frozen=True)
class Visitor:
    """What somebody tells us to begin with. `key` and `digest` come from their ticket: chat.secret."""

    key: UUID
    digest: str
    about: str
    language: str
    name: str = ""
    email: str = ""
    phone: str = ""
    at_risk: bool = False
    address_digest: str = ""


def begin(visitor: Visitor, *, by: Handler | None = None, at: datetime, open_now: bool) -> Chat:
    """Start a chat that waits for a handler; when nobody is there, file what was written as a message at once.

    The same ticket again changes nothing and gives the same chat. Nobody is refused: one chat too many from an address
    is a message. A message counts as online contact, as Essex counted its off-line chats (domain E22)."""
    try:
        with transaction.atomic():
            if again := Chat.objects.select_related("contact__case").filter(key=visitor.key).first():
                return again
            return _begun(visitor, at=at, open_now=open_now)
    except IntegrityError:
        if (again := Chat.objects.select_related("contact__case").filter(key=visitor.key).first()) is None:
            raise
        return again


def _begun(visitor: Visitor, *, at: datetime, open_now: bool) -> Chat:
    room = queries.from_address(visitor.address_digest) < rules.MOST_OPEN
    place = Chat.objects.filter(state=WAITING).count() + 1
    columns = {name: value for name, value in vars(visitor).items() if name != "digest"}
    chat = Chat(
        **columns, secret_digest=visitor.digest, started_at=at, spoken_at=at, visitor_seen_at=at, place_at_start=place
    )
    if open_now and room:
        chat.save()
        _add(chat, Line(at=at, side=VISITOR, kind="said", words=visitor.about))
    else:
        chat.state, chat.ended_at, chat.ended_by, chat.cleared_at, chat.address_digest = ENDED, at, "message", at, ""
        chat.contact = filing.message(chat, at=at)
        chat.save()
    return chat


@transaction.atomic
def say(chat: Chat, words: str, key: UUID, *, by: Handler | None, at: datetime) -> Line:
    """Store one message of the visitor (`by` None) or of the handler. The same key again gives the line it made.

    Refuses NothingTyped, Over once the chat has ended, NotYours, TooFast (a flood; a person is never that fast)."""
    if by is not None:
        check(by, "contacts.chat")
    held = _held(chat)
    if again := Line.objects.select_related("by").filter(chat=held, key=key).first():
        return again
    if not words.strip():
        raise NothingTyped
    if held.state == ENDED:
        raise Over
    if by is not None and held.handler_id != by.pk:
        raise NotYours
    if by is None and queries.typed_lately(held, at=at) >= rules.FAST:
        raise TooFast
    if by is None:
        held.visitor_seen_at, held.visitor_typing_at = at, None
    else:
        held.handler_typing_at = None
    return _add(held, Line(at=at, side=HANDLER if by else VISITOR, kind="said", by=by, words=words.strip(), key=key))


@transaction.atomic
def leave(chat: Chat, *, by: Handler | None = None, at: datetime) -> Contact:
    """The visitor ends the chat: it is filed at once, and has a reference. Ended already: the contact it became."""
    held = _held(chat)
    if held.state != ENDED:
        _end(held, "visitor", VISITOR, at=at)
        held.contact = filing.file(held, at=at)
        _closed(held, cleared=held.handler_id is None)
    return held.contact


@transaction.atomic
def file_silent(chat: Chat, *, by: None = None, at: datetime) -> None:
    """File a chat whose visitor went silent, as the rounds find it. One that is alive again, or filed, is left alone."""
    held = _held(chat)
    quiet = rules.is_silent(seen_at=held.visitor_seen_at, spoken_at=held.spoken_at, at=at)
    if held.state != ENDED and quiet:
        _end(held, "silence", HOUSE, at=at)
        held.contact = filing.file(held, at=at)
        _closed(held, cleared=held.handler_id is None)


@transaction.atomic
def take_chat(chat: Chat, *, by: Handler, at: datetime) -> None:
    """Take a chat that waits, or one whose handler is gone. With them already: changes nothing.

    Refuses NotAllowed by role, Taken, Full."""
    check(by, "contacts.chat")
    held = _held(chat)
    if held.state == LIVE and held.handler_id == by.pk:
        return
    if held.state == ENDED or (held.state == LIVE and not _left_alone(held, at=at)):
        raise Taken
    _room(by)
    held.state, held.handler, held.offered_to, held.taken_at = LIVE, by, None, held.taken_at or at
    _add(held, Line(at=at, side=HOUSE, kind="taken", by=by))


@transaction.atomic
def pass_on(chat: Chat, to: Handler, *, by: Handler, at: datetime) -> None:
    """Offer a chat to a colleague; it stays here until they accept. Refuses NotAllowed, NotYours, NotTaking."""
    check(by, "contacts.chat")
    held = _mine(chat, by)
    if to.pk not in {one.handler.pk for one in queries.colleagues(by, at=at)}:
        raise NotTaking
    held.offered_to = to
    _add(held, Line(at=at, side=HOUSE, kind="offered", by=to))


@transaction.atomic
def answer_offer(chat: Chat, accepts: bool, *, by: Handler, at: datetime) -> None:
    """Accept a chat a colleague offers, or say no: then it stays with them. Refuses NotAllowed, Taken, Full."""
    check(by, "contacts.chat")
    held = _held(chat)
    if held.state == LIVE and held.handler_id == by.pk and accepts:
        return
    if held.state != LIVE or held.offered_to_id != by.pk:
        raise Taken
    held.offered_to = None
    if accepts:
        _room(by)
        held.handler = by
    _add(held, Line(at=at, side=HOUSE, kind="taken" if accepts else "returned", by=by))


@transaction.atomic
def finish(chat: Chat, closing: filing.Closing, *, by: Handler, at: datetime, joins: Case | None = None) -> Contact:
    """The handler ends the chat, or finishes with one the visitor ended: settled at once, or kept open as a contact.

    Refuses NotYours, NoAnswer (settled without saying how), NotAllowed by role or remit."""
    check(by, "contacts.chat")
    held = _held(chat)
    if held.handler_id != by.pk:
        raise NotYours
    if held.cleared_at is not None:
        return held.contact
    if held.state != ENDED:
        _end(held, "handler", HANDLER, at=at, by=by)
        held.contact = filing.file_by(held, closing, by=by, at=at, joins=joins)
    else:
        filing.settle_after(held.contact, closing, by=by, at=at)
    _closed(held, cleared=True, at=at)
    return held.contact


@transaction.atomic
def set_taking(takes: bool, most: int, *, by: Handler, at: datetime) -> None:
    """Say whether one takes chats now, and how many at once. Chats one has are kept. Refuses NotAllowed by role."""
    check(by, "contacts.chat")
    told = {"takes": takes, "most": min(max(most, 1), rules.MOST_TAKEN), "seen_at": at}
    Taking.objects.update_or_create(handler=by, defaults=told)


@transaction.atomic
def keep_phrase(en: str, cy: str, *, by: Handler, at: datetime, phrase: Phrase | None = None) -> None:
    """Add a sentence, or put another in the place of one: the old one is kept, out of use, with who changed it and when.

    The first change writes down those we come with too. Refuses BothLanguages, NotAllowed by role."""
    check(by, "contacts.chat_phrases")
    if not (en.strip() and cy.strip()):
        raise BothLanguages
    _own_phrases(at=at)
    if phrase is not None:
        _standing(phrase).update(removed_at=at)
    Phrase.objects.create(words_en=en.strip(), words_cy=cy.strip(), changed_by=by, changed_at=at)


@transaction.atomic
def drop_phrase(phrase: Phrase, *, by: Handler, at: datetime) -> None:
    """Take a sentence out of use; the first change writes down those we come with. Refuses NotAllowed by role."""
    check(by, "contacts.chat_phrases")
    _own_phrases(at=at)
    _standing(phrase).update(removed_at=at, changed_by=by, changed_at=at)


def _standing(phrase: Phrase) -> QuerySet[Phrase]:
    """The row of that sentence while it is in use; found by its words, for those we come with have no row of their own yet."""
    return Phrase.objects.filter(words_en=phrase.words_en, words_cy=phrase.words_cy, removed_at=None)


def _own_phrases(*, at: datetime) -> None:
    if not Phrase.objects.exists():
        Phrase.objects.bulk_create([Phrase(words_en=en, words_cy=cy, changed_at=at) for en, cy in DEFAULTS])


# What changes with a line. The rest of the row is written once, at the start and at the end.
MOVES = (
    "seq", "unanswered", "spoken_at", "visitor_seen_at", "visitor_typing_at", "handler_typing_at", "state", "handler",
    "offered_to", "taken_at", "ended_at", "ended_by", "address_digest",
)  # fmt: skip


# --- Steps of the above: the row is held and the transaction is theirs.
def _held(chat: Chat) -> Chat:
    return Chat.objects.select_for_update(no_key=True).get(pk=chat.pk)


def _mine(chat: Chat, by: Handler) -> Chat:
    held = _held(chat)
    if held.state != LIVE or held.handler_id != by.pk:
        raise NotYours
    return held


def _add(chat: Chat, line: Line) -> Line:
    chat.seq += 1
    line.chat, line.seq = chat, chat.seq
    line.save(force_insert=True)
    if line.kind == "said":
        chat.spoken_at = line.at
        chat.unanswered = chat.unanswered + 1 if line.side == VISITOR else 0
    chat.save(update_fields=MOVES)
    return line


def _end(chat: Chat, ended_by: str, side: str, *, at: datetime, by: Handler | None = None) -> None:
    chat.ended_at, chat.ended_by, chat.offered_to, chat.address_digest = at, ended_by, None, ""
    chat.visitor_typing_at = chat.handler_typing_at = None
    _add(chat, Line(at=at, side=side, kind="ended", by=by))


def _closed(chat: Chat, *, cleared: bool, at: datetime | None = None) -> None:
    chat.state = ENDED
    chat.cleared_at = (at or chat.ended_at) if cleared else None
    chat.save()


def _left_alone(chat: Chat, *, at: datetime) -> bool:
    taking = Taking.objects.filter(handler_id=chat.handler_id).first()
    return rules.is_absent(taking.seen_at if taking else None, at=at)


def _room(by: Handler) -> None:
    taking = Taking.objects.select_for_update().filter(handler=by).first()
    if queries.live_with(by) >= (taking.most if taking else rules.USUAL):
        raise Full
