"""Which figures a report holds, part by part. As they came; from `layouts.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from offices import Text

FILE = Path(__file__).with_name("layouts.toml")


class NoSuchLayout(LookupError):
    """No report is laid out so."""


@dataclass(frozen=True)
class Part:
    slug: str
    name: Text
    figures: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()


@dataclass(frozen=True)
class Layout:
    slug: str
    name: Text
    parts: tuple[Part, ...]


@cache
def all_layouts() -> tuple[Layout, ...]:
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))["layout"]
    return tuple(Layout(one["slug"], Text(**one["name"]), tuple(_part(part) for part in one["part"])) for one in told)


def _part(told: dict[str, Any]) -> Part:
    figures, tables = (tuple(told.get(what, ())) for what in ("figures", "tables"))
    return Part(told["slug"], Text(**told["name"]), figures, tables)


def the(slug: str) -> Layout:
    """Raises NoSuchLayout."""
    for one in all_layouts():
        if one.slug == slug:
            return one
    raise NoSuchLayout(slug)
