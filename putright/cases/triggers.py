"""The database itself refuses to change or remove a line of a case's log, on both engines."""

from typing import Any

from putright.people import triggers


def create(connection: Any, table: str = "cases_event") -> None:
    triggers.create(connection, table)


def drop(connection: Any, table: str = "cases_event") -> None:
    triggers.drop(connection, table)
