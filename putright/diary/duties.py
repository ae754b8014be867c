"""The duties as this version of Putright knows them."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from .rules import Duty


@cache
def duties() -> Mapping[str, Duty]:
    read = tomllib.loads((Path(__file__).parent / "duties.toml").read_text())
    return {key: Duty(key, **row) for key, row in read.items()}
