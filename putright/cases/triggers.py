"""The guard of the log of cases (people.triggers says how)."""

from typing import Any

from putright.people import triggers

TABLE = "cases_event"


def create(connection: Any, table: str = TABLE) -> None:
    triggers.create(connection, table)


def drop(connection: Any, table: str = TABLE) -> None:
    triggers.drop(connection, table)
