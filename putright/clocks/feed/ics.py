"""Writing a calendar that others can read (RFC 5545). No Django and no database."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from putright.law.calendar import in_london

LONGEST = 75  # octets in a line, without its end
# London since 1996: forward on the last Sunday in March at 01:00 UTC, back on the last in October.
ZONE = (
    "BEGIN:VTIMEZONE", "TZID:Europe/London",
    "BEGIN:DAYLIGHT", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "TZNAME:BST", "DTSTART:19960331T010000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
    "BEGIN:STANDARD", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "TZNAME:GMT", "DTSTART:19961027T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
    "END:VTIMEZONE",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One promise that falls due: what is shown, when, and what tells it from every other. No case details."""

    key: str
    summary: str
    due_at: datetime


def calendar(name: str, entries: Iterable[Entry], at: datetime) -> str:
    """The whole calendar as text, its lines folded and ended as the standard wants."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Putright//Promises//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines += [f"X-WR-CALNAME:{escaped(name)}", *ZONE]
    for entry in entries:
        lines += _event(entry, at)
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in folded(line))


def _event(entry: Entry, at: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT", f"UID:{sha256(entry.key.encode()).hexdigest()[:32]}@putright",
        f"DTSTAMP:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;TZID=Europe/London:{in_london(entry.due_at):%Y%m%dT%H%M%S}",
        f"SUMMARY:{escaped(entry.summary)}", "CLASS:PRIVATE", "TRANSP:TRANSPARENT", "END:VEVENT",
    ]  # fmt: skip


def escaped(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def folded(line: str) -> list[str]:
    """Lines of at most 75 octets; each after the first begins with a space. No character is cut in two."""
    parts, now = [], ""
    for character in line:
        if len((now + character).encode()) > LONGEST:
            parts.append(now)
            now = " "
        now += character
    return [*parts, now]
