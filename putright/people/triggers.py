"""The database itself refuses to change or remove a line of an append-only table, on both engines. Later rooms guard theirs
with the same words."""

from typing import Any

GUARDED = ("people_sameness", "people_plan", "people_often")
SQLITE = """
CREATE TRIGGER {table}_no_{lower} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$
"""
POSTGRES = """
CREATE TRIGGER {table}_no_{lower} BEFORE {verb} ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {table}_append_only()
"""


def create(connection: Any, table: str) -> None:
    """Guard a table: UPDATE and DELETE on SQLite; TRUNCATE too on PostgreSQL."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for verb in ("UPDATE", "DELETE"):
                cursor.execute(SQLITE.format(table=table, verb=verb, lower=verb.lower()))
            return
        cursor.execute(POSTGRES_FUNCTION.format(table=table))
        for verb in ("UPDATE", "DELETE", "TRUNCATE"):
            cursor.execute(POSTGRES.format(table=table, verb=verb, lower=verb.lower()))


def drop(connection: Any, table: str) -> None:
    """Take the guard away: for the test database's own clean-up, and for migrations that must."""
    with connection.cursor() as cursor:
        for verb in ("update", "delete", "truncate"):
            on = "" if connection.vendor == "sqlite" else f" ON {table}"
            cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb}{on}")
