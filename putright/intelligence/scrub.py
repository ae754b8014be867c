"""Deleted is gone. SQLite overwrites what is deleted (settings: secure_delete), but its write-ahead log keeps the old pages
until it is emptied. PostgreSQL's dead rows go when the table is vacuumed, which it does by itself. Copies made before, and
kept apart, are the backup's own."""

from collections.abc import Callable
from typing import Any

from django.db import connection, transaction


def after_commit(tables: tuple[str, ...], using: Any = connection) -> None:
    """Have what was deleted in this transaction leave the files too, as soon as it is committed."""
    transaction.on_commit(_emptying(using, tables))


def _emptying(using: Any, tables: tuple[str, ...]) -> Callable[[], None]:
    def empty() -> None:
        if using.in_atomic_block:
            return
        with using.cursor() as cursor:
            if using.vendor == "sqlite":
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                return
            for table in tables:
                cursor.execute(f"VACUUM {using.ops.quote_name(table)}")

    return empty
