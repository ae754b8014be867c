"""Office packs: one TOML file per office, with every datum dated where it changes and marked with its source.

One installation serves one office. This is a tool: it knows no room and no Django.
"""

from dataclasses import fields, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from offices.amending import amended, with_parts
from offices.checks import check
from offices.office import Everywhere, Office, OfficeError, nearest
from offices.reading import read_pack
from offices.shape import Text, in_force
from offices.sources import SOURCES

__all__ = ["SOURCES", "Office", "OfficeError", "Text", "amended", "in_force", "known", "load", "with_parts"]

HERE = Path(__file__).parent
SHARED = "england-and-wales"  # what every office has unless its own pack says otherwise
KEYS = {
    "promises": "name",
    "ways_in": "slug",
    "agencies": "slug",
    "teams": "slug",
    "reasons": "code",
    "processes": "name",
    "staff": "slug",
    "layouts": "slug",
    "workload": "name",
}


def known(folder: Path = HERE) -> tuple[str, ...]:
    """The slugs of the offices that have a pack, in alphabetical order."""
    return tuple(sorted(p.stem for p in folder.glob("*.toml") if p.stem != SHARED))


@lru_cache
def load(slug: str, folder: Path = HERE) -> Office:
    """The office of that name, checked. Raises OfficeError with one plain sentence when anything is wrong."""
    offices = known(folder)
    if slug not in offices:
        raise OfficeError(f'There is no office called "{slug}".{nearest(slug, offices)} We know {", ".join(offices)}.')
    own = read_pack(Office, folder / f"{slug}.toml")
    office = with_shared(own, read_pack(Everywhere, folder / f"{SHARED}.toml"))
    check(office, f"{slug}.toml")
    return office


def with_shared(own: Office, shared: Everywhere) -> Office:
    """The office's own rows first. Where it has any row for a key, its rows replace all the shared ones for that key."""
    merged: dict[str, Any] = {}
    for field in fields(shared):
        mine, key = getattr(own, field.name), KEYS[field.name]
        taken = {getattr(row, key) for row in mine}
        merged[field.name] = mine + tuple(r for r in getattr(shared, field.name) if getattr(r, key) not in taken)
    return replace(own, **merged)
