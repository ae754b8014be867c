"""What a measure is: a figure that is a count, with its name, its definition and the rows it counts.

The Welsh is machine-written; awaiting a translator."""

from collections.abc import Callable
from dataclasses import dataclass

from offices import Office, Text

from . import names
from .rows import Rows
from .sources import Scope

CONTACTS = Text("contacts", "cysylltiadau")
CASES = Text("cases", "achosion")
REVIEWS = Text("reviews", "adolygiadau")
PROMISES = Text("promises", "addewidion")


PartsOf = Callable[[Office, names.Lists], names.Parts]


def whole(office: Office, lists: names.Lists) -> names.Parts:
    return {}


def always(parts: names.Parts) -> PartsOf:
    return lambda office, lists: parts


@dataclass(frozen=True)
class Measure:
    """A figure that is a count. `parts` names the lines it is split into, in their order; none when it is not split."""

    key: str
    name: Text
    definition: Text
    unit: Text
    rows: Callable[[Scope], Rows]
    parts: PartsOf = whole
    took: tuple[str, str] | None = None  # two moments of a row: the page says how many days lie between them, on average
    by_day: bool = True  # its days add up, and what it rests on is watched (sentries): its counts may be kept
    caseless: bool = False  # some rows are about no case: a call nobody wrote down. They are counted and open into nothing
