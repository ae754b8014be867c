"""What a file's own words mean here, and what is wrong with them. No database: rows go in, a complaint comes out."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from putright.codes.rules import Row as Category
from putright.codes.rules import Rows

from .reading import Row
from .refusals import NoSuchLayout

FOLDER = Path(__file__).parent / "layouts"
OLDEST = date(1964, 1, 1)  # no complaints system of any kind is older in England and Wales (Police Act 1964, s.49)
LONGEST = 60  # characters of a complaint's number
# Every reason a row can be listed for. What is kept is the key and the cell, so that both languages can say it.
WRONG = {
    "unreadable": _("The row cannot be read: it has too many cells or too few, or a quotation mark is missing."),
    "no_number": _("The row does not say which complaint it belongs to."),
    "no_received": _("There is no date received."),
    "received": _("The date received cannot be right: “%(cell)s”."),
    "received_differs": _("Another row of this complaint gives another date received. The earliest was used."),
    "not_loaded": _("The complaint has no date received that can be right, so none of its rows was loaded."),
    "closed": _("The date closed cannot be read: “%(cell)s”. It was left out."),
    "closed_early": _("It was closed before it was received: “%(cell)s”. The date was left out."),
    "closed_later": _("It was closed on a day still to come: “%(cell)s”. The date was left out."),
    "closed_differs": _("Another row of this complaint gives another date closed. The latest was used."),
    "channel": _("We do not know the way in called “%(cell)s”. It was loaded without one."),
    "channel_differs": _("Another row of this complaint gives another way in. The first was used."),
    "allegation": _("We do not know the allegation “%(cell)s”. It was left out."),
    "status": _("We do not know whether “%(cell)s” is open or closed. It was loaded as open."),
    "kind": _("We do not know the kind of contact “%(cell)s”. It was loaded as the kind chosen for the whole log."),
    "either": _("“%(cell)s” could be two days. It is not guessed."),
    "too_long": _("“%(cell)s…” is longer than we can keep there. It is kept whole with the other words."),
    "category": _("The day it was received, our list had no category for the allegation “%(cell)s”. It was left out."),
}
# How a person mends each, for those that can be mended in the file or in the mapping.
MEND = {
    "unreadable": _("Give the row as many cells as there are headings, then load the file again."),
    "no_number": _("Write its number in the row, then load the file again."),
    "no_received": _("Write the day in the row, like 27/03/2014, then load the file again."),
    "received": _("Write a day that there was, like 27/03/2014, then load the file again."),
    "not_loaded": _("Mend the date in one of its rows, then load the file again."),
    "closed": _("If you need the day, write it like 27/03/2014 before you load the file."),
    "closed_early": _("If you need the day, mend one of the two before you load the file."),
    "closed_later": _("If you need the day, mend it before you load the file."),
    "channel": _("Say what the word means when you map the values, then load the file."),
    "allegation": _("Say what the word means when you map the values, then load the file."),
    "status": _("Say what the word means when you map the values, then load the file."),
    "kind": _("Say what the word means when you map the values, then load the file."),
    "either": _(
        "Say which comes first, the day or the month, when you map the columns; or write the month in letters."
    ),
}
NOT_LOADED = frozenset({"unreadable", "no_number", "no_received", "received", "not_loaded"})


@dataclass(frozen=True)
class Wrong:
    """A row that is listed, with the reason and the cell it is about."""

    row: Row
    code: str
    cell: str = ""
    loaded: bool = True
    column: str = ""  # the heading it stands under, where there is one

    @property
    def reason(self) -> str:
        return f"{self.code}:{self.cell}"[:300]


def said(reason: str) -> str:
    """A kept reason, as a sentence in the reader's language."""
    code, _colon, cell = reason.partition(":")
    return str(WRONG[code]) % {"cell": cell}


def mend(reason: str) -> str:
    """How to mend it, in the reader's language; empty when there is nothing to do."""
    return str(MEND.get(reason.partition(":")[0], ""))


@dataclass(frozen=True)
class Layout:
    """One way of writing complaints down: which column is which, and what its words mean here."""

    slug: str
    name: Mapping[str, str]
    columns: Mapping[str, Any]
    channels: Mapping[str, str]
    allegations: Mapping[str, str]
    closures: Mapping[str, list[str]] = field(default_factory=dict)
    not_known: Mapping[str, list[str]] = field(default_factory=dict)

    def named(self) -> list[str]:
        """The columns a file must have."""
        return [name for column in self.columns.values() for name in ([column] if isinstance(column, str) else column)]


def layouts() -> list[Layout]:
    return [layout(path.stem) for path in sorted(FOLDER.glob("*.toml"))]


@lru_cache
def layout(slug: str) -> Layout:
    """A layout by its name. Refuses NoSuchLayout."""
    known = sorted(path.stem for path in FOLDER.glob("*.toml"))
    if slug not in known:
        raise NoSuchLayout(known)
    written = tomllib.loads((FOLDER / f"{slug}.toml").read_text(encoding="utf-8"))
    written["channels"] = {plain(word): channel for word, channel in written["channels"].items()}
    written["allegations"] = {plain(word): category for word, category in written["allegations"].items()}
    return Layout(slug=slug, **written)


def plain(word: str) -> str:
    """Capitals and spaces make no difference to a word of theirs."""
    return "".join(word.casefold().split())


@dataclass
class Complaint:
    """One complaint as read: what can be loaded, and every row of it that is listed with a reason."""

    number: str
    rows: list[Row]
    received: date | None = None
    closed: date | None = None
    is_closed: bool = False  # the file says it was closed, whether or not the day can be right
    channel: str = "import"
    allegations: dict[str, Category] = field(default_factory=dict)  # their word -> our category
    told: dict[str, list[str]] = field(default_factory=dict)
    wrong: list[Wrong] = field(default_factory=list)
    kind: str = "complaint"
    topic: str = ""  # a code of the list of kinds
    said: dict[str, str] = field(default_factory=dict)  # words, answer, place, about, crime_reference
    person: dict[str, str] = field(default_factory=dict)  # name, phone, email, postcode


def number_of(cells: Mapping[str, str], layout: Layout) -> str:
    """Which complaint a row belongs to. A number too long to keep keeps its beginning and a digest of it all: two that
    begin alike stay two."""
    number = " ".join(cells.get(str(layout.columns["complaint"]), "").split())
    if len(number) <= LONGEST:
        return number
    return f"{number[: LONGEST - 17]}~{hashlib.sha256(number.encode()).hexdigest()[:16]}"


def category(listed: Rows, name: str, on: date) -> Category | None:
    """The row of the category that is, or ever was, called that in English, as the list stood that day.

    A complaint older than the list has the first row the category ever had; one that came when its category had ended
    has none, as it would not have had here."""
    codes = dict.fromkeys(row.code for row in listed.rows if row.en == name and not row.parent)
    for code in codes:
        first = listed.of(code)[0]
        if found := first if on < first.since else listed.find(code, on):
            return found
    return None


def complaint(rows: list[Row], layout: Layout, *, today: date, categories: Rows) -> Complaint:
    """Read the rows of one complaint. Without `received` it cannot be loaded, and every row of it is listed."""
    columns = layout.columns
    made = Complaint(number_of(rows[0].cells, layout), rows)
    if not made.number:
        made.wrong = [Wrong(row, row.wrong or "no_number", loaded=False) for row in rows]
        return made
    _received(made, columns["received"], today)
    if made.received is None:
        listed = {wrong.row.number for wrong in made.wrong}
        made.wrong = [Wrong(wrong.row, wrong.code, wrong.cell, loaded=False) for wrong in made.wrong]
        made.wrong += [Wrong(row, "not_loaded", loaded=False) for row in rows if row.number not in listed]
        return made
    _closed(made, columns["closed"], today)
    _channel(made, columns["channel"], layout.channels)
    for row in rows:
        _alleged(made, row, layout, categories)
    made.told = {name: sorted({cell for row in rows if (cell := row.cells[name].strip())}) for name in columns["told"]}
    return made


def _alleged(made: Complaint, row: Row, layout: Layout, categories: Rows) -> None:
    word = row.cells[layout.columns["allegation"]].strip()
    name = layout.allegations.get(plain(word))
    found = category(categories, name, made.received) if name and made.received else None
    if found:
        made.allegations.setdefault(plain(word), found)
    else:
        made.wrong.append(Wrong(row, "category" if name else "allegation", word))


def day(cell: str) -> date | None:
    try:
        return date.fromisoformat(cell.strip())
    except ValueError:
        return None


def _received(made: Complaint, column: str, today: date) -> None:
    good: dict[int, date] = {}
    for row in made.rows:
        cell = row.cells[column].strip()
        found = day(cell)
        if found and OLDEST <= found <= today:
            good[row.number] = found
        else:
            made.wrong.append(Wrong(row, "received" if cell else "no_received", cell))
    made.received = min(good.values(), default=None)
    _differing(made, good, made.received, "received_differs")


def _closed(made: Complaint, column: str, today: date) -> None:
    good: dict[int, date] = {}
    for row in made.rows:
        cell = row.cells[column].strip()
        made.is_closed |= bool(cell)
        found = day(cell)
        if found and made.received <= found <= today:  # type: ignore[operator]
            good[row.number] = found
        elif cell:
            late = "closed_later" if found and found > today else "closed_early"
            made.wrong.append(Wrong(row, late if found else "closed", cell))
    made.closed = max(good.values(), default=None)
    _differing(made, good, made.closed, "closed_differs")


def _channel(made: Complaint, column: str, known: Mapping[str, str]) -> None:
    good: dict[int, str] = {}
    for row in made.rows:
        cell = row.cells[column].strip()
        if channel := known.get(plain(cell)):
            good[row.number] = channel
        else:
            made.wrong.append(Wrong(row, "channel", cell))
    made.channel = next(iter(good.values()), "import")
    _differing(made, good, made.channel, "channel_differs")


def _differing(made: Complaint, good: Mapping[int, Any], used: Any, code: str) -> None:
    made.wrong += [Wrong(row, code) for row in made.rows if good.get(row.number, used) != used]
