"""One question as it stands in an address."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from .subjects import Column, Subject


@dataclass(frozen=True)
class Asked:
    """`since` and `until` are days, both included; `chosen` is a coded column's key to one of its codes."""

    subject: Subject
    columns: tuple[Column, ...]
    since: date | None
    until: date | None
    chosen: Mapping[str, str]
