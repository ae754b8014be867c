"""The guard of the log of cases (codes.triggers says how)."""

from typing import Any

from putright.codes import triggers

TABLE = "cases_event"


def create(connection: Any, table: str = TABLE) -> None:
    triggers.create(connection, table)


def drop(connection: Any, table: str = TABLE) -> None:
    triggers.drop(connection, table)
