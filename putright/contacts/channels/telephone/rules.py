"""What a call was, from what the exchange said of it, in whatever order and however often. No Django."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta

HALF_HOUR = timedelta(minutes=30)
WAITING, TALKING, ANSWERED, ABANDONED = "waiting", "talking", "answered", "abandoned"
PASSED_ON, MENU, UNKNOWN = "passed_on", "menu", "unknown"  # unanswered and sent elsewhere; ended in the menu; never offered
OUTCOMES = (WAITING, TALKING, ANSWERED, ABANDONED, PASSED_ON, MENU, UNKNOWN)
LIVE = (WAITING, TALKING)
# Of events of one second, which comes first.
ORDER = ("transferred_in", "offered", "menu", "queued", "answered", "transferred_out", "abandoned", "ended")


@dataclass(frozen=True)
class Reported:
    """One thing the exchange said of a call. `at` is a whole second: two logs of one exchange round differently."""

    call: str
    what: str
    at: datetime
    number: str = ""
    withheld: bool = False
    option: str = ""
    extension: str = ""
    other: str = ""

    def digest(self) -> str:
        """The same words, the same digest: said twice is once, by whatever door."""
        told = [self.at.astimezone(UTC).isoformat() if one.name == "at" else str(getattr(self, one.name)) for one in fields(self)]
        return hashlib.sha256("\x1f".join(told).encode("utf-8", "replace")).hexdigest()


@dataclass(frozen=True)
class Facts:
    """What came of a call. Times in seconds. `wait`: from when they began to wait for the team until answered or given
    up; `talk`: from the first answer until it ended or was passed on."""

    outcome: str
    last_at: datetime
    number: str = ""
    withheld: bool = False
    option: str = ""
    offered_at: datetime | None = None
    began_at: datetime | None = None
    half_hour: datetime | None = None
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    wait: int | None = None
    talk: int | None = None
    extension: str = ""
    transferred_in: str = ""
    transferred_out: str = ""
    doubts: bool = False


def half_hour(moment: datetime) -> datetime:
    """The start of its half-hour. London is whole hours from UTC, so this is right on the nights the clocks change."""
    utc = moment.astimezone(UTC)
    return utc.replace(minute=utc.minute // 30 * 30, second=0, microsecond=0)


class _Told:
    """The events of a call in one order, whatever order they came in."""

    def __init__(self, events: Iterable[Reported]) -> None:
        once = {event.digest(): event for event in events}
        self.all = [once[key] for key in sorted(once, key=lambda key: (once[key].at, ORDER.index(once[key].what), key))]

    def first(self, *what: str) -> datetime | None:
        return next((event.at for event in self.all if event.what in what), None)

    def last(self, *what: str) -> datetime | None:
        return next((event.at for event in reversed(self.all) if event.what in what), None)

    def first_word(self, name: str, *what: str) -> str:
        return next((word for event in self.all if event.what in what and (word := getattr(event, name))), "")

    def last_word(self, name: str, *what: str) -> str:
        return next((word for event in reversed(self.all) if event.what in what and (word := getattr(event, name))), "")


def reckon(events: Iterable[Reported]) -> Facts:
    """The facts of one call. Refuses (ValueError) no events at all.

    The first answer counts for the wait, the last for whose call it is. An answer beats an abandonment. A call that ended
    in the menu, neither queued nor answered nor given up in the queue, never reached the team and is not counted."""
    told = _Told(events)
    if not told.all:
        raise ValueError("a call of which nothing was said")
    offered, answered = told.first("offered", "transferred_in"), told.first("answered")
    began = _began(told, offered, answered)
    ended = told.last("ended", "transferred_out") or (None if answered else told.first("abandoned"))
    given_up = None if answered or not began else told.first("abandoned") or ended
    number = told.first_word("number", *ORDER)
    return Facts(
        outcome=_outcome(told, began, answered, ended), last_at=told.all[-1].at,
        number=number, withheld=not number and any(event.withheld for event in told.all),
        option=told.last_word("option", *ORDER), offered_at=offered, began_at=began,
        half_hour=half_hour(began) if began else None, answered_at=answered, ended_at=ended,
        wait=_seconds(began, answered or given_up), talk=_seconds(answered, ended),
        extension=told.last_word("extension", "answered"),
        transferred_in=told.first_word("other", "transferred_in"),
        transferred_out=told.last_word("other", "transferred_out"),
        doubts=bool(answered and told.first("abandoned")) or _backwards(began, answered) or _backwards(answered, ended),
    )  # fmt: skip


def _began(told: _Told, offered: datetime | None, answered: datetime | None) -> datetime | None:
    """When they began to wait for the team: when queued, else when offered if it came any further than the menu."""
    if queued := told.first("queued"):
        return queued
    further = answered or told.first("abandoned", "transferred_out") or not told.first("menu", "ended")
    return offered if further else None


def _outcome(told: _Told, began: datetime | None, answered: datetime | None, ended: datetime | None) -> str:
    if answered:
        return ANSWERED if ended else TALKING
    if told.first("transferred_out"):
        return PASSED_ON
    if began:
        return ABANDONED if ended else WAITING
    return MENU if told.first("offered", "transferred_in") else UNKNOWN


def _seconds(since: datetime | None, until: datetime | None) -> int | None:
    return max(0, int((until - since).total_seconds())) if since and until else None


def _backwards(earlier: datetime | None, later: datetime | None) -> bool:
    return bool(earlier and later and later < earlier)


def wrap_up(ended_at: datetime | None, written_at: datetime | None) -> int | None:
    """Seconds from the end of the call until what was said had been written down; none when that was done on the line."""
    return _seconds(ended_at, written_at)
