"""Everything the system does by itself. Each room here offers `owed(at)` and `fulfil(key, at)` in its `owed.py`.

`owed(at)` yields `Owed(key, since)` for work that is due and not done; `fulfil(key, at=)` does one, and done three
times has one effect. The key begins with the room's name and a colon."""

from collections.abc import Iterator
from datetime import datetime
from types import ModuleType

from putright.about_us import owed as about_us
from putright.allocation import owed as allocation
from putright.asking import owed as asking
from putright.callbacks import owed as callbacks
from putright.campaigns import owed as campaigns
from putright.chasing import owed as chasing
from putright.clocks import owed as clocks
from putright.contacts.channels.chat import owed as chat
from putright.contacts.channels.email import owed as email
from putright.contacts.channels.systems import owed as systems
from putright.days import owed as days
from putright.diary import owed as diary
from putright.documents import owed as documents
from putright.extracts import owed as extracts
from putright.facts import owed as facts
from putright.learning import owed as learning
from putright.letters import owed as letters
from putright.mailings import owed as mailings
from putright.messages import owed as messages
from putright.months import owed as months
from putright.outbox import owed as outbox
from putright.own_page import owed as own_page
from putright.portal import owed as portal
from putright.quality import owed as quality
from putright.review_letters import owed as review_letters
from putright.surveys import owed as surveys
from putright.valued import owed as valued
from putright.victims import owed as victims

ROOMS: tuple[ModuleType, ...] = (
    documents, email, chat, systems, allocation, clocks, chasing, victims, asking, letters, review_letters, mailings, outbox,
    messages, own_page, surveys, campaigns, quality, callbacks, facts, learning, valued, about_us, months, diary, days,
    extracts, portal,
)  # fmt: skip


def room_of(key: str) -> ModuleType:
    return next(room for room in ROOMS if key.startswith(room.PREFIX))


def owed(at: datetime, *, limit: int = 200) -> Iterator[tuple[str, datetime]]:
    """Up to `limit` pieces of owed work from each room, as (key, owed since), oldest first within a room."""
    for room in ROOMS:
        yield from room.owed(at, limit=limit)
