"""The rows behind a figure. Whatever counts them lists them too: `counts` and `page` read the same rows."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple, Protocol

from django.db.models import CharField, Count, Q, QuerySet, Value

from putright.cases.models import Case

PAGE = 50
WHOLE = "all"  # the part that is the whole figure


class Row(NamedTuple):
    """One thing counted: its own number, the case it is about, and when it happened."""

    pk: int
    case: int
    when: datetime


@dataclass(frozen=True)
class Page:
    """Up to fifty rows open to the reader, where the next fifty begin, and how many rows there are altogether."""

    rows: list[Row]
    after: str
    total: int
    opens: int

    @property
    def closed(self) -> int:
        """Rows whose cases are not open to this reader. Only their number is ever told."""
        return self.total - self.opens


class Rows(Protocol):
    def counts(self) -> Mapping[str, int]:
        """How many of each part. A part with none may be absent."""
        ...

    def page(self, part: str, open_cases: QuerySet[Case], after: str = "") -> Page:
        """One page of that part (WHOLE for all), oldest first, of the cases in `open_cases` only."""
        ...


@dataclass(frozen=True)
class Stored:
    """Rows the database counts: a query with `file` (the case), `when` and `part` on each row."""

    query: QuerySet

    @property
    def tally(self) -> QuerySet:
        return self.query.order_by().values("part").annotate(number=Count("pk"))

    def counts(self) -> Mapping[str, int]:
        return {row["part"]: row["number"] for row in self.tally}

    def page(self, part: str, open_cases: QuerySet[Case], after: str = "") -> Page:
        chosen = self.query if part == WHOLE else self.query.filter(part=part)
        opens = Q(file__in=open_cases.values("pk"))
        rest = chosen.filter(opens)
        if place := read(after):
            rest = rest.filter(Q(when__gt=place[0]) | Q(when=place[0], pk__gt=place[1]))
        found = [Row(*row) for row in rest.order_by("when", "pk").values_list("pk", "file", "when")[: PAGE + 1]]
        number = chosen.aggregate(all=Count("pk"), opens=Count("pk", filter=opens))
        return Page(found[:PAGE], next_place(found), number["all"], number["opens"])


def counted(found: Mapping[str, Rows]) -> dict[str, Mapping[str, int]]:
    """How many of each part of each of those, by their names. Whatever the database counts, in one query."""
    parts = [
        one.tally.annotate(measure=Value(key, CharField())).values_list("measure", "part", "number")
        for key, one in found.items() if isinstance(one, Stored)
    ]  # fmt: skip
    counts: dict[str, Mapping[str, int]] = {key: {} for key in found}
    for key, part, number in parts[0].union(*parts[1:], all=True) if parts else ():
        counts[key] = {**counts[key], part: number}
    return counts | {key: one.counts() for key, one in found.items() if not isinstance(one, Stored)}


@dataclass(frozen=True)
class Worked:
    """Rows worked out from the log: (part, row) pairs, and the cases they were looked for among."""

    found: list[tuple[str, Row]]
    among: QuerySet[Case]

    def counts(self) -> Mapping[str, int]:
        return Counter(part for part, _ in self.found)

    @cached_property
    def in_order(self) -> list[tuple[str, Row]]:
        return sorted(self.found, key=lambda pair: (pair[1].when, pair[1].pk))

    def page(self, part: str, open_cases: QuerySet[Case], after: str = "") -> Page:
        chosen = [row for of, row in self.in_order if part in (WHOLE, of)]
        reach = set(open_cases.filter(pk__in=self.among.values("pk")).values_list("pk", flat=True))
        mine = [row for row in chosen if row.case in reach]
        place = read(after)
        rest = [row for row in mine if place is None or (row.when, row.pk) > place]
        return Page(rest[:PAGE], next_place(rest[: PAGE + 1]), len(chosen), len(mine))


def next_place(found: list[Row]) -> str:
    """Where the next page begins, when more than a page was found."""
    last = found[PAGE - 1] if len(found) > PAGE else None
    return f"{last.when.isoformat()}~{last.pk}" if last else ""


def read(after: str) -> tuple[datetime, int] | None:
    """A place in a list as it came from an address; None, the beginning, for anything that is not one."""
    moment, _, pk = after.partition("~")
    try:
        when, number = datetime.fromisoformat(moment), int(pk)
    except ValueError:
        return None
    return (when, number) if when.tzinfo and 0 <= number < 2**63 and 1900 < when.year < 9000 else None
