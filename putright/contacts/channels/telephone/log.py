"""An exchange's log as CSV: a row for each call, or a row for each event. Read a row at a time, however long it is."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import BinaryIO

from design.dates import LONDON

from .reading import Unreadable, Wrong, in_time, kept, read_number, reported
from .refusals import ColumnsMissing, EmptyLog, NotALog, NotUtf8
from .rules import ORDER, Reported

NOT_TEXT = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\xff\xfe", b"\xfe\xff")  # spreadsheets, PDF, UTF-16
# What a column may be called, in small letters; the office may name its own.
COLUMNS: dict[str, tuple[str, ...]] = {
    "call": ("call", "call id", "callid", "call_id", "call reference", "ucid", "unique id", "id"),
    "event": ("event", "event type", "event_type", "state"),
    "at": ("at", "time", "timestamp", "event time", "event_time"),
    "offered": ("offered", "offered at", "start", "start time", "start_time", "call start", "arrived"),
    "queued": ("queued", "queued at", "queue time", "queue start", "queue_start"),
    "answered": ("answered", "answered at", "answer time", "answer_time"),
    "abandoned": ("abandoned", "abandoned at", "abandon time", "abandon_time"),
    "ended": ("ended", "ended at", "end", "end time", "end_time", "call end", "hang up"),
    "number": ("number", "cli", "caller", "caller id", "ani", "from number", "calling number"),
    "option": ("option", "menu option", "ivr option", "digit", "ivr_option"),
    "extension": ("extension", "agent extension", "answered by", "agent"),
    "transferred_at": ("transferred at", "transfer time", "transfer_time", "transferred_at"),
    "transferred_to": ("transferred to", "transfer to", "transferred_to"),
    "transferred_from": ("transferred from", "transfer from", "transferred_from"),
}
STEPS = ("offered", "queued", "answered", "abandoned", "ended")
WAYS = ("%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%d-%m-%Y %H:%M:%S", "%d %b %Y %H:%M:%S")
LONDON_CLOCK, UTC_CLOCK = "london", "utc"


@dataclass(frozen=True)
class Written:
    """How a log is written: the office's own names of columns, if any, and which clock its times were read from."""

    names: Mapping[str, str] = field(default_factory=dict)
    clock: str = LONDON_CLOCK


def read(file: BinaryIO, written: Written, *, at: datetime) -> Iterator[list[Reported | Wrong]]:
    """The events of each row. Refuses NotALog, NotUtf8, EmptyLog and ColumnsMissing; a bad row is one Wrong."""
    start = file.read(8192)
    file.seek(0)
    if not start.strip():
        raise EmptyLog
    if start.startswith(NOT_TEXT):
        raise NotALog
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    try:
        yield from _rows(text, written, at)
    except UnicodeDecodeError as problem:
        raise NotUtf8 from problem
    finally:
        text.detach()  # the file is the caller's


def _rows(text: io.TextIOWrapper, written: Written, at: datetime) -> Iterator[list[Reported | Wrong]]:
    in_hand: list[str] = []  # the line being read, so that one that cannot be parsed is kept as it was written
    reader = csv.reader(_remembered(text, in_hand))
    try:
        names = [name.strip() for name in next(reader, [])]
    except csv.Error as problem:
        raise NotALog from problem
    columns = columns_of(names, written)
    number = 1
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield [Wrong(kept("".join(in_hand)), "unreadable", number)]
            continue
        if len(cells) == len(names):
            yield _row(dict(zip(names, cells, strict=True)), columns, written.clock, at, number)
        elif cells:
            yield [Wrong(kept(", ".join(cells)), "unreadable", number)]


def _remembered(text: io.TextIOWrapper, in_hand: list[str]) -> Iterator[str]:
    for line in text:
        in_hand[:] = [line]
        yield line.replace("\0", "\N{REPLACEMENT CHARACTER}")


def columns_of(names: list[str], written: Written) -> dict[str, str]:
    """Our name of each column found -> the file's. Refuses ColumnsMissing."""
    there = {name.casefold(): name for name in names}
    found = {}
    for ours, usual in COLUMNS.items():
        own = written.names.get(ours, "").strip().casefold()
        match = next((there[name] for name in ([own] if own else usual) if name in there), None)
        if match:
            found[ours] = match
    needed = ("call", "event", "at") if "event" in found else ("call", "offered")
    if missing := [name for name in needed if name not in found]:
        raise ColumnsMissing(missing, names)
    return found


def _row(cells: dict[str, str], columns: dict[str, str], clock: str, at: datetime, number: int) -> list[Reported | Wrong]:
    given = {ours: " ".join(kept(cells[theirs]).split()) for ours, theirs in columns.items()}
    try:
        return list(_one_event(given, clock, at) if "event" in columns else _one_call(given, clock, at))
    except Unreadable as problem:
        return [Wrong(kept(json.dumps(cells, ensure_ascii=False)), problem.reason, number)]


def _one_event(given: dict[str, str], clock: str, at: datetime) -> Iterator[Reported]:
    what = given["event"].lower().replace(" ", "_").replace("-", "_")
    if what == "transferred":
        what = "transferred_in" if given.get("transferred_from") else "transferred_out"
    if what not in ORDER:
        raise Unreadable("no_event")
    other = given.get("transferred_from" if what == "transferred_in" else "transferred_to", "")
    number, withheld = read_number(given.get("number", ""))
    words = {name: given.get(name, "") for name in ("call", "option", "extension")} | {"number": number, "other": other}
    yield reported(what, in_time(moment(given["at"], clock), at), words, withheld=withheld)


def _one_call(given: dict[str, str], clock: str, at: datetime) -> list[Reported]:
    """The events a row of a whole call tells of. Its option has no time of its own, so it goes with the queue."""
    if not given["offered"]:
        raise Unreadable("no_start")
    call, found, before = {"call": given["call"]}, [], None
    number, withheld = read_number(given.get("number", ""))
    for step in (name for name in STEPS if given.get(name)):
        before = in_time(moment(given[step], clock, after=before), at)
        words = dict(call)
        if step == "offered":
            words |= {"number": number}
        if step == ("queued" if given.get("queued") else "offered"):
            words |= {"option": given.get("option", "")}
        if step == "answered":
            words |= {"extension": given.get("extension", "")}
        found.append(reported(step, before, words, withheld=withheld and step == "offered"))
    return found + _transfers(given, clock, at, found)


def _transfers(given: dict[str, str], clock: str, at: datetime, found: list[Reported]) -> list[Reported]:
    call, moved = {"call": given["call"]}, []
    if source := given.get("transferred_from"):
        moved.append(reported("transferred_in", found[0].at, call | {"other": source}, withheld=False))
    if to := given.get("transferred_to"):
        said, when = given.get("transferred_at"), found[-1].at
        if said:
            when = in_time(moment(said, clock, after=found[0].at), at)
        moved.append(reported("transferred_out", when, call | {"other": to}, withheld=False))
    return moved


def moment(text: str, clock: str, *, after: datetime | None = None) -> datetime:
    """The moment a log means, in UTC. A London time that came twice, on the night the clocks went back, is the first of
    the two, unless that would put it before what came `after` in the same call. Raises Unreadable."""
    naive = _parsed(text)
    try:
        if naive.tzinfo is not None:
            return naive.astimezone(UTC)
        if clock == UTC_CLOCK:
            return naive.replace(tzinfo=UTC)
        first, second = (naive.replace(tzinfo=LONDON, fold=fold).astimezone(UTC) for fold in (0, 1))
        if first.astimezone(LONDON).replace(tzinfo=None) != naive:
            raise Unreadable("no_such_time")
    except (ValueError, OverflowError):
        raise Unreadable("no_time") from None
    return second if after and first < after <= second else first


def _parsed(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    for way in WAYS:
        try:
            return datetime.strptime(text, way)  # noqa: DTZ007 - the zone is settled by whoever asked
        except ValueError:
            continue
    raise Unreadable("no_time")
