"""Makers of chats."""

from datetime import datetime
from uuid import uuid4

from putright.contacts.channels.chat import actions, secret
from putright.contacts.channels.chat.models import Chat, Line
from putright.contacts.channels.web import codes
from putright.people.models import Handler

from .people import AT

ABOUT = "Nobody has told me what happened about my stolen bicycle."
WORKING = AT.replace(hour=10, minute=0)  # a Friday morning


def chat(*, at: datetime = WORKING, ticket: str = "", open_now: bool = True, **told: object) -> Chat:
    ticket = ticket or uuid4().hex
    given = {"about": ABOUT, "language": "en", "name": "Amir Haddad", "address_digest": secret.address_digest("127.0.0.1")}
    visitor = actions.Visitor(key=secret.key_of(ticket), digest=codes.digest(secret.code_of(ticket)), **{**given, **told})
    return actions.begin(visitor, at=at, open_now=open_now)


def taking(handler: Handler, *, at: datetime = WORKING, most: int = 3) -> None:
    actions.set_taking(True, most, by=handler, at=at)


def taken(handler: Handler, *, at: datetime = WORKING, **told: object) -> Chat:
    made = chat(at=at, **told)
    actions.take_chat(made, by=handler, at=at)
    made.refresh_from_db()
    return made


def say(chat: Chat, words: str, *, by: Handler | None = None, at: datetime = WORKING) -> Line:
    return actions.say(chat, words, uuid4(), by=by, at=at)
