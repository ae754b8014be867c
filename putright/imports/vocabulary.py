"""What our words are called in the force's complaints system (Centurion), from the one table beside this. No Django."""

import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

TABLE = Path(__file__).with_name("centurion.toml")


@dataclass(frozen=True)
class Column:
    """`path` leads to the value in a pack. `recalled`: the heading and its codes are from general knowledge."""

    ours: str
    heading: str
    path: str = ""
    also: tuple[str, ...] = ()
    codes: dict[str, str] = field(default_factory=dict)
    recalled: bool = True


@lru_cache
def columns() -> tuple[Column, ...]:
    listed = tomllib.loads(TABLE.read_text(encoding="utf-8"))["column"]
    return tuple(Column(**{**one, "also": tuple(one.get("also", ()))}) for one in listed)
