"""What the lists hold before an office changes anything: the law's categories, the pack's reasons, and seeds.toml."""

import tomllib
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from pathlib import Path

from django.db import transaction

from offices import Office
from putright.law import categories

from .history import write
from .lists import LISTS
from .models import Code, CodeList
from .rules import Row

BEGAN = date(2020, 2, 1)  # the present scheme: PCA 2017 in force


def seeds(which: str, office: Office | None) -> tuple[Row, ...]:
    """The rows a list comes with. Reasons are the office's: none without one. The factors come empty."""
    if which == "categories":
        return _categories()
    if which == "reasons":
        return tuple(_reasons(office)) if office else ()
    return _written().get(which, ())


@cache
def _written() -> dict[str, tuple[Row, ...]]:
    lists = tomllib.loads((Path(__file__).parent / "seeds.toml").read_text("utf-8"))
    return {
        which: tuple(Row(since=table.get("since", BEGAN), edition=table["edition"], **row) for row in table["rows"])
        for which, table in lists.items()
    }


@cache
def _categories() -> tuple[Row, ...]:
    return tuple(_category(row) for row in categories.every_row())


def _category(row: categories.Category) -> Row:
    recalled = "all" if row.name_recalled else "code" if row.code_recalled else ""
    return Row(row.code, row.en, row.cy, row.since, row.until, row.parent or "", row.edition, row.source, recalled)


def _reasons(office: Office) -> Iterable[Row]:
    mapped = {row.en: row.code for row in categories.every_row() if row.parent is None}
    for one in office.reasons:
        yield Row(
            one.code, one.words.en, one.words.cy, BEGAN, parent=one.under or "", edition=f"offices/{office.slug}.toml",
            source=one.source, recalled="all" if one.source == "recalled" else "",
            mapped_to=mapped.get(one.allegation or "", ""),
        )  # fmt: skip


@transaction.atomic
def ensure(office: Office | None, at: datetime, only: Iterable[str] = LISTS) -> dict[str, int]:
    """Put into each list the codes it comes with and has never had. List -> how many were put in.

    A code that is there, or ever was, is left alone, whatever the seed now says: what an office changed is its own.
    Doing it again does nothing."""
    made = {}
    for which in only:
        listed, _new = CodeList.objects.get_or_create(slug=which)
        CodeList.objects.select_for_update().get(pk=listed.pk)
        there = set(Code.objects.filter(which=which).values_list("code", flat=True))
        rows = seeds(which, office)
        missing = [(place, row) for place, row in enumerate(rows) if row.code not in there]
        Code.objects.bulk_create(column(which, row, place, None, at) for place, row in missing)
        write(which, [("came", row) for _place, row in missing], "", by=None, at=at)
        made[which] = len(missing)
    return made


def column(which: str, row: Row, place: int, by: object, at: datetime) -> Code:
    """The row as it is kept."""
    return Code(
        which=which, code=row.code, parent=row.parent, name_en=row.en, name_cy=row.cy, edition=row.edition,
        source=row.source, recalled=row.recalled, mapped_to=row.mapped_to, place=place, since=row.since, until=row.until,
        changed_by=by, changed_at=at,
    )  # fmt: skip
