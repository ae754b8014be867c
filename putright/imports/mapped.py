"""An entry of an old log, read as a person mapped it. No database: rows go in, a complaint comes out.

An entry without a number of its own is known by its content, and by how many alike came before it, so that the same file
again loads nothing twice and two alike stay two."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from putright.codes.rules import Row as Category
from putright.codes.rules import Rows
from putright.contacts.kinds.rules import INTELLIGENCE

from .columns import VALUES, Plan, folded
from .days import read
from .mapping import LONGEST, OLDEST, Complaint, Wrong
from .reading import Row, grouped

SAID = ("words", "answer", "place", "about", "crime_reference")
PERSON = ("name", "phone", "email", "postcode")
HOLDS = {"name": 200, "phone": 40, "email": 254, "postcode": 10, "place": 300, "crime_reference": 60}  # characters
SHOWN = 60  # of a cell, in what is said about it


@dataclass(frozen=True)
class Lists:
    """The office's lists a word of an old log may become a code of."""

    categories: Rows
    kinds: Rows = field(default_factory=Rows)


def topics(kinds: Rows) -> frozenset[str]:
    """The kinds an entry may be about. The four plain ones are what it counts as; of information about a crime there is no
    word here (putright/intelligence)."""
    return frozenset(row.code for row in kinds.rows) - {*VALUES["kind"], INTELLIGENCE}


def entries(rows: Iterable[Row], plan: Plan, lists: Lists, *, today: date) -> Iterator[Complaint]:
    """Every entry of the log, with what is wrong with it."""
    for number, group in grouped(_numbered(rows, plan)):
        yield entry(number, group, plan, lists, today=today)


def _numbered(rows: Iterable[Row], plan: Plan) -> Iterator[tuple[str, Row]]:
    column, seen = plan.column("id"), Counter[bytes]()
    for row in rows:
        number = " ".join(row.cells.get(column, "").split()) if column else ""
        if row.wrong:
            yield "", row
        elif number:
            yield _short(number), row
        else:
            content = hashlib.sha256(json.dumps(row.cells, sort_keys=True).encode()).digest()[:16]
            seen[content] += 1
            yield f"~{content.hex()}{f'~{seen[content]}' if seen[content] > 1 else ''}", row


def _short(number: str) -> str:
    """As mapping.number_of keeps one that is too long."""
    if len(number) <= LONGEST:
        return number
    return f"{number[: LONGEST - 17]}~{hashlib.sha256(number.encode()).hexdigest()[:16]}"


def entry(number: str, rows: list[Row], plan: Plan, lists: Lists, *, today: date) -> Complaint:
    """One entry. Without a day it was received it cannot be loaded, and every row of it is listed."""
    made = Complaint(number, rows, kind=plan.kind)
    if not number:
        made.wrong = [Wrong(row, row.wrong or "no_number", loaded=False) for row in rows]
        return made
    _received(made, plan, today)
    if made.received is None:
        listed = {wrong.row.number for wrong in made.wrong}
        made.wrong += [Wrong(row, "not_loaded", loaded=False) for row in rows if row.number not in listed]
        return made
    _closed(made, plan, today)
    _about(made, plan, lists.kinds)
    made.channel = _coded(made, plan, "channel") or "import"
    _alleged(made, plan, lists.categories)
    _told(made, plan)
    return made


def _cells(made: Complaint, column: str) -> Iterator[tuple[Row, str]]:
    """What its rows say under a heading, blanks left out."""
    for row in made.rows if column else ():
        if cell := row.cells.get(column, "").strip():
            yield row, cell


def _received(made: Complaint, plan: Plan, today: date) -> None:
    column, good = plan.column("received"), {}
    for row in made.rows:
        cell = row.cells.get(column, "").strip()
        found = read(cell, plan.order, today)
        if found.day and OLDEST <= found.day <= today:
            good[row.number] = found.day
            continue
        code = "no_received" if not cell else found.problem if found.problem == "either" else "received"
        made.wrong.append(Wrong(row, code, cell[:SHOWN], loaded=False, column=column))
    made.received = min(good.values(), default=None)
    if made.received:
        made.wrong = [
            Wrong(one.row, one.code, one.cell, column=column) for one in made.wrong if one.code != "no_received"
        ]
        made.wrong += [Wrong(row, "received_differs", column=column) for row in made.rows
                       if good.get(row.number, made.received) != made.received]  # fmt: skip


def _closed(made: Complaint, plan: Plan, today: date) -> None:
    """Closed when it says so, by a word or by a day, whether or not the day can be right."""
    made.is_closed = _coded(made, plan, "status") == "closed"
    column, good = plan.column("closed"), []
    for row, cell in _cells(made, column):
        made.is_closed = True
        found = read(cell, plan.order, today)
        if found.day and made.received and made.received <= found.day <= today:
            good.append(found.day)
            continue
        late = "closed_later" if found.day and found.day > today else "closed_early"
        code = late if found.day else "either" if found.problem == "either" else "closed"
        made.wrong.append(Wrong(row, code, cell[:SHOWN], column=column))
    made.closed = max(good, default=None)


def _coded(made: Complaint, plan: Plan, meant: str) -> str:
    """Our code for their word. A word nobody gave a meaning is listed, and kept with the rest they said."""
    column, known, found = plan.column(meant), plan.values.get(meant, {}), ""
    for row, cell in _cells(made, column):
        code = known.get(folded(cell), "")
        if not code:
            made.wrong.append(Wrong(row, meant, cell[:SHOWN], column=column))
            made.told[column] = sorted({*made.told.get(column, []), cell})
        found = found or code
    return found


def _about(made: Complaint, plan: Plan, kinds: Rows) -> None:
    """What it counts as; and of which kind it was, where their word is one of the office's kinds as they stood that day."""
    code = _coded(made, plan, "kind")
    made.kind = code or plan.kind
    if code not in topics(kinds) or made.received is None:
        return
    if row := on_the_day(kinds, code, made.received):
        made.topic, made.kind = code, row.mapped_to or plan.kind
    else:
        made.kind, column = plan.kind, plan.column("kind")
        made.wrong += [Wrong(row, "kind", cell[:SHOWN], column=column) for row, cell in _cells(made, column)]


def _alleged(made: Complaint, plan: Plan, listed: Rows) -> None:
    column, known = plan.column("allegation"), plan.values.get("allegation", {})
    for row, cell in _cells(made, column):
        code = known.get(folded(cell), "")
        found = on_the_day(listed, code, made.received) if code and made.received else None
        if found:
            made.allegations.setdefault(cell, found)
        else:
            made.wrong.append(Wrong(row, "category" if code else "allegation", cell[:SHOWN], column=column))
            made.told[column] = sorted({*made.told.get(column, []), cell})


def on_the_day(listed: Rows, code: str, on: date) -> Category | None:
    """The category as the list stood that day; before the list began, as it first was."""
    rows = listed.of(code)
    if not rows:
        return None
    return rows[0] if on < rows[0].since else listed.find(code, on)


def _told(made: Complaint, plan: Plan) -> None:
    """What they said, who they are, and every column kept in its own words."""
    for name in (*SAID, *PERSON):
        column = plan.column(name)
        texts = list(dict.fromkeys(cell for _row, cell in _cells(made, column)))
        text = "\n\n".join(texts) if name in ("words", "answer") else ", ".join(texts[:1] if name in PERSON else texts)
        kept = made.person if name in PERSON else made.said
        if len(text) > HOLDS.get(name, len(text)):
            made.wrong.append(Wrong(made.rows[0], "too_long", text[:SHOWN], column=column))
            made.told[column] = texts
        elif text:
            kept[name] = text
        if name in PERSON and len(texts) > 1:
            made.told[column] = texts
    for column in plan.kept():
        if texts := sorted({cell for _row, cell in _cells(made, column)}):
            made.told[column] = texts
