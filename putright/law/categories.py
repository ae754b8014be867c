"""What an allegation is about: the categories of the IOPC's data guidance, as dated rows by edition.

Exactly one category for an allegation. A category with sub-categories should carry one; "no sub-category recorded" is
allowed and flagged. Codes are recalled (`code_recalled`), and so are a few names (`name_recalled`): check before relying.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from putright.law.refusals import LawRefused
from putright.law.terms import nearest


@dataclass(frozen=True, slots=True)
class Category:
    code: str
    en: str
    cy: str
    edition: str
    source: str
    since: date
    code_recalled: bool
    until: date | None = None
    name_recalled: bool = False

    @property
    def parent(self) -> str | None:
        """The letter a sub-category belongs to; None for a category."""
        return self.code[0] if len(self.code) > 1 else None

    def in_force(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on <= self.until)


@cache
def every_row() -> tuple[Category, ...]:
    """All rows of all editions, closed ones too, in the order of the guidance."""
    listed = tomllib.loads((Path(__file__).parent / "categories.toml").read_text("utf-8"))
    return tuple(_category(edition, row) for edition in listed["edition"] for row in edition["rows"])


def _category(edition: Mapping[str, Any], row: Mapping[str, Any]) -> Category:
    dated = {"since": edition["since"], "until": edition.get("until"), "code_recalled": edition["code_recalled"]}
    return Category(edition=edition["name"], source=edition["names_source"], **{**dated, **row})


def in_force(on: date) -> tuple[Category, ...]:
    return tuple(row for row in every_row() if row.in_force(on))


def find(code: str, on: date) -> Category:
    """The row of a code on a day. Refuses a code that was not in force then, naming the nearest that was."""
    rows = {row.code: row for row in in_force(on)}
    if code in rows:
        return rows[code]
    if not rows:
        raise LawRefused(f"No list of categories is held for {on.isoformat()}.",
                         f"Nid oes rhestr o gategorïau ar gyfer {on.isoformat()}.")
    near = rows[nearest(code, rows)]
    raise LawRefused(f"There is no category “{code}”. The nearest is “{near.code}”, {near.en}.",
                     f"Nid oes categori “{code}”. Yr agosaf yw “{near.code}”, {near.cy}.")


def lacks_sub_category(code: str, on: date) -> bool:
    """True for a category that has sub-categories, used without one: allowed, but shown."""
    return find(code, on).parent is None and any(row.parent == code for row in in_force(on))
