"""A chat becomes a contact: the words are the whole transcript, with what the visitor wrote first standing first."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import translation

from design.dates import LONDON
from design.dates import clock as time_of
from putright.cases.actions import spoke
from putright.cases.models import Case
from putright.codes.asked.rules import Answered
from putright.contacts.actions import receive, settle
from putright.contacts.entry.actions import Heard, enter
from putright.contacts.models import Contact
from putright.contacts.said import Said, Settled
from putright.people.models import Handler

from . import queries, shown
from .models import VISITOR, Chat
from .rules import transcript


@dataclass(frozen=True)
class Closing:
    """How the handler ends it: what they told the person or did, and whether that settles it."""

    answer: str = ""
    settles: bool = False
    reason: str = ""
    kind: str = ""
    topic: str = ""
    answers: tuple[Answered, ...] = ()


def words_of(chat: Chat) -> str:
    """In the language of the chat. Offers between colleagues are ours and stay out; a chat that was only a first message
    is that message and nothing more."""
    lines = [line for line in queries.lines(chat) if line.kind not in shown.AMONG_US]
    if len(lines) < 2 or all(line.kind == "ended" for line in lines[1:]):
        return chat.about
    with translation.override(chat.language):
        told = [(time_of(line.at.astimezone(LONDON), chat.language), who, words)
                for line in lines for who, words in [shown.for_transcript(line, chat)]]  # fmt: skip
    return transcript(chat.about, told)


def own_words(chat: Chat) -> str:
    """What the visitor wrote: whoever answers them is named in the transcript, and is not who it is about."""
    lines = [shown.for_transcript(line, chat)[1] for line in queries.lines(chat) if line.side == VISITOR]
    return "\n".join([chat.about, *lines])


def said(chat: Chat, channel: str, *, closing: Closing | None = None) -> Said:
    seconds = int((chat.ended_at - chat.taken_at).total_seconds()) if chat.ended_at and chat.taken_at else None
    return Said(
        key=chat.key, channel=channel, words=words_of(chat) if channel == "chat" else chat.about, language=chat.language,
        received_at=chat.started_at, seconds=seconds, kind=closing.kind if closing else "",
        reason=closing.reason if closing else "", topic=closing.topic if closing else "",
        answers=closing.answers if closing else (), own_words=own_words(chat) if channel == "chat" else "",
    )  # fmt: skip


def details(chat: Chat) -> dict[str, object] | None:
    """Who it is, as `people.actions.note_person` takes them; None when they told nothing of themselves."""
    told: dict[str, object] = {"name": chat.name, "email": chat.email, "phone": chat.phone}
    told = {name: value for name, value in told.items() if value}
    if not told and not chat.at_risk:
        return None
    return told | {"language": chat.language, "at_risk": chat.at_risk, "anonymous": not told}


def message(chat: Chat, *, at: datetime) -> Contact:
    """Written while nobody was here: an online contact, counted with the web form's."""
    return receive(said(chat, "web"), details(chat), by=None, at=at)


def file(chat: Chat, *, at: datetime) -> Contact:
    """The visitor ended it or went silent: an open contact, for a handler to take up."""
    return receive(said(chat, "chat"), details(chat), by=None, at=at)


def file_by(chat: Chat, closing: Closing, *, by: Handler, at: datetime, joins: Case | None) -> Contact:
    """The handler ended it: written down as any contact they take, settled in the same breath if they say so."""
    heard = Heard(said(chat, "chat", closing=closing), closing.answer, closing.settles)
    return enter(heard, details(chat) or {}, by=by, at=at, joins=joins)


def settle_after(contact: Contact, closing: Closing, *, by: Handler, at: datetime) -> None:
    """The visitor ended it, so it is filed already: settle that contact, or write down what they were told."""
    if closing.settles:
        settle(contact, Settled(closing.answer, closing.reason), by=by, at=at)
    elif closing.answer.strip():
        spoke(contact.case, closing.answer, by=by, at=at, medium="chat")


