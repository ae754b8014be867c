"""The database itself refuses to change or remove a letter that was sent, on both engines."""

from typing import Any

TABLE = "letters_letter"
SQLITE = """
CREATE TRIGGER {table}_sent_no_{lower} BEFORE {verb} ON {table} WHEN OLD.status = 'sent'
BEGIN SELECT RAISE(ABORT, 'a sent letter cannot be changed'); END
"""
POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION {table}_sent_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'a sent letter cannot be changed'; END $$
"""
POSTGRES_ROW = """
CREATE TRIGGER {table}_sent_no_{lower} BEFORE {verb} ON {table}
FOR EACH ROW WHEN (OLD.status = 'sent') EXECUTE FUNCTION {table}_sent_stays()
"""
POSTGRES_WHOLE = """
CREATE TRIGGER {table}_sent_no_truncate BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION {table}_sent_stays()
"""


def create(connection: Any) -> None:
    """Guard sent letters: UPDATE and DELETE on SQLite; TRUNCATE of the whole table too on PostgreSQL."""
    with connection.cursor() as cursor:
        sqlite = connection.vendor == "sqlite"
        if not sqlite:
            cursor.execute(POSTGRES_FUNCTION.format(table=TABLE))
            cursor.execute(POSTGRES_WHOLE.format(table=TABLE))
        for verb in ("UPDATE", "DELETE"):
            cursor.execute((SQLITE if sqlite else POSTGRES_ROW).format(table=TABLE, verb=verb, lower=verb.lower()))


def drop(connection: Any) -> None:
    """Take the guard away: for the test database's own clean-up, and for migrations that must."""
    with connection.cursor() as cursor:
        for verb in ("update", "delete", "truncate"):
            on = "" if connection.vendor == "sqlite" else f" ON {TABLE}"
            cursor.execute(f"DROP TRIGGER IF EXISTS {TABLE}_sent_no_{verb}{on}")
