"""What the office may settle about chats: how long is silence, what is a flood, how a wait is guessed. Minutes are real ones."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

GONE = timedelta(minutes=10)  # the visitor's page has not been open for so long: what they wrote is filed
QUIET = timedelta(minutes=60)  # nobody has written for so long, though the page is open
ABSENT = timedelta(minutes=5)  # a handler whose chats page has not been open for so long takes no chats
TYPING = timedelta(seconds=6)  # how long "is writing" stands after the last key
LONGEST = 4_000  # characters in one message; the first may be longer, for it may be a message left for us
USUAL = 3  # chats at once for a handler who has not chosen
MOST_TAKEN = 12  # chats one handler may choose to have at once
MOST_OPEN = 60  # chats at once from one address: a library or a police station, and its neighbours
FAST, WITHIN = 30, timedelta(seconds=30)  # messages no person types in that time
ENOUGH = 5  # recent chats, before a wait is guessed from them
RECENT = timedelta(days=28)


@dataclass(frozen=True)
class Waited:
    """One recent chat: how long it waited, and how many were before it, itself counted."""

    seconds: float
    place: int


def guessed_wait(recent: Sequence[Waited], place: int) -> int | None:
    """Whole minutes, rounded up, that somebody at that place may wait; None when too few chats are known to guess from."""
    if len(recent) < ENOUGH:
        return None
    each = sum(one.seconds for one in recent) / sum(max(one.place, 1) for one in recent)
    return max(1, math.ceil(each * place / 60))


def is_silent(*, seen_at: datetime, spoken_at: datetime, at: datetime) -> bool:
    return seen_at < at - GONE or spoken_at < at - QUIET


def is_absent(seen_at: datetime | None, *, at: datetime) -> bool:
    return seen_at is None or seen_at < at - ABSENT


def transcript(about: str, lines: Iterable[tuple[str, str, str]]) -> str:
    """The contact's words: what it is about, then each line as (time, who, words). What they wrote stands first, as they
    wrote it, so that a list of cases shows their words. Only the beginning of a line is not indented: nobody can write what
    would look like a line of somebody else's."""
    told = [f"{time} {' '.join(who.split())}: {'\n    '.join(words.splitlines())}" for time, who, words in lines]
    return "\n".join([about, "", *told])
