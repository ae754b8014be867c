"""One thing an exchange sent, read; or why it cannot be. What cannot be read is kept whole, never dropped."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from design.typed import cleaned

from .rules import ORDER, Reported

REASONS = {
    "not_json": _("It is not JSON."),
    "not_event": _("It is not one event with names and values."),
    "no_call": _("It does not say which call it is about."),
    "no_event": _("It does not say what happened, or in a word we do not know."),
    "no_time": _("It does not say when, with the time zone."),
    "no_such_time": _("That time never was: the clocks went forward."),
    "future": _("It says that it happened in the future."),
    "long_ago": _("It says that it happened before the year 2000."),
    "too_long": _("Something in it is too long."),
    "unreadable": _("The row does not have the same columns as the first row."),
    "no_start": _("It does not say when the call came in."),
}
LONGEST = {"call": 80, "number": 40, "option": 20, "extension": 20, "other": 80}
HIDDEN = frozenset({"withheld", "anonymous", "unavailable", "private", "restricted", "unknown", "no cli"})
SLACK = timedelta(minutes=10)  # how fast an exchange's clock may be
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
DIRECTIONS = {"in": "transferred_in", "out": "transferred_out", "": "transferred_out"}


class Unreadable(Exception):
    """It cannot be taken. `reason` is one of REASONS."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Wrong:
    """What could not be taken: as it was sent, why not, and its row in a file."""

    words: str
    reason: str
    row: int | None = None


def read_body(body: bytes, *, at: datetime) -> Iterator[Reported | Wrong]:
    """Every event of a message: one, or a list of them. One that cannot be read spoils no other."""
    text = body.decode("utf-8", "replace")
    try:
        sent = json.loads(text)
    except (ValueError, RecursionError):
        yield Wrong(kept(text), "not_json")
        return
    for one in sent if isinstance(sent, list) else [sent]:
        try:
            yield read_event(one, at=at)
        except Unreadable as problem:
            yield Wrong(kept(json.dumps(one, ensure_ascii=False)), problem.reason)


def kept(text: str) -> str:
    """As it was sent, but for what no database can hold."""
    return cleaned(text.encode("utf-8", "replace").decode())


def read_event(sent: object, *, at: datetime) -> Reported:
    """Raises Unreadable."""
    if not isinstance(sent, dict):
        raise Unreadable("not_event")
    what = _word(sent, "event").lower().replace(" ", "_").replace("-", "_")
    if what == "transferred":
        what = DIRECTIONS.get(_word(sent, "direction").lower(), "")
    if what not in ORDER:
        raise Unreadable("no_event")
    other = _word(sent, "from") if what == "transferred_in" else _word(sent, "to")
    words = {"call": _word(sent, "call"), "option": _word(sent, "option"), "extension": _word(sent, "extension"), "other": other}
    number, withheld = read_number(_word(sent, "number"))
    withheld = withheld or sent.get("withheld") is True
    return reported(what, in_time(_moment(sent), at), words | {"number": number}, withheld=withheld)


def reported(what: str, at: datetime, words: Mapping[str, str], *, withheld: bool) -> Reported:
    if not words["call"]:
        raise Unreadable("no_call")
    if any(len(words.get(name, "")) > most for name, most in LONGEST.items()):
        raise Unreadable("too_long")
    return Reported(what=what, at=at, withheld=withheld, **words)


def in_time(moment: datetime, now: datetime) -> datetime:
    """To the second, as logs round. Refuses what cannot have happened."""
    if moment < EARLIEST:
        raise Unreadable("long_ago")
    if moment > now + SLACK:
        raise Unreadable("future")
    return moment.replace(microsecond=0)


def read_number(text: str) -> tuple[str, bool]:
    """The number and whether it was withheld. “sip:07700900123@exchange” is a number; “anonymous” is none."""
    number = text.removeprefix("sip:").removeprefix("tel:").partition("@")[0].strip()
    return ("", True) if number.lower() in HIDDEN else (number, False)


def _word(sent: dict[str, Any], name: str) -> str:
    """A word or a whole number as a word; anything else is as if it were not there."""
    value = sent.get(name, "")
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**20:
        value = str(value)
    return " ".join(kept(value).split()) if isinstance(value, str) else ""


def _moment(sent: dict[str, Any]) -> datetime:
    try:
        moment = datetime.fromisoformat(_word(sent, "at"))
        if moment.tzinfo is None:
            raise Unreadable("no_time")
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        raise Unreadable("no_time") from None
