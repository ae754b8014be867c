"""A list's history. Every change of a list writes its lines here in the same transaction, as a case writes its log."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Protocol

from putright.people.models import Handler

from .models import Change


class Dated(Protocol):
    """What a line is about: a row of a list, or a question of a kind."""

    @property
    def code(self) -> str: ...
    @property
    def en(self) -> str: ...
    @property
    def cy(self) -> str: ...
    @property
    def since(self) -> date: ...
    @property
    def until(self) -> date | None: ...


def write(which: str, done: Iterable[tuple[str, Dated]], why: str, *, by: Handler | None, at: datetime) -> None:
    """One line for each thing done: the verb and the row as it now is. `by` is None for what comes with the system."""
    Change.objects.bulk_create(
        Change(which=which, code=row.code, verb=verb, facts=facts(row), why=why, at=at, by=by) for verb, row in done
    )


def facts(row: Dated) -> dict[str, str | None]:
    return {
        "en": row.en, "cy": row.cy, "since": row.since.isoformat(), "until": row.until.isoformat() if row.until else None,
    }  # fmt: skip
