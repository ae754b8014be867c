"""The letters of the Act and its regulations, from the copy for the officer to the answer to a review: words/kinds_law.toml.
No Django. A part is a name and its source; what no stored source confirmed is marked recalled."""

import tomllib
from pathlib import Path
from typing import Any

from .parts import COMPLAINANT, REACH, Kind, Part

REVIEW = "review"
ASKED = "Our own rule: PRA 2002 Sch 3 para 2(6A) is no use to people who are not told"
LATER = Part("later", ASKED, recalled=True)
LISTS = ("asks", "once", "optional", "when")


def _kind(name: str, row: dict[str, Any]) -> Kind:
    parts = (Part(part, source, "recalled" in marks, only_points="points" in marks) for part, source, *marks in row["parts"])
    asks, once, optional, when = (tuple(row.get(key, ())) for key in LISTS)
    return Kind(
        name, (*parts, REACH), asks, once=once, optional=optional, when=when,
        to=tuple(row.get("to", (COMPLAINANT,))), by_point=row.get("by_point", False),
    )  # fmt: skip


def _read() -> tuple[Kind, ...]:
    rows = tomllib.loads(Path(__file__).with_name("words").joinpath("kinds_law.toml").read_text(encoding="utf-8"))
    return tuple(_kind(name, row) for name, row in rows.items())


KINDS = _read()
