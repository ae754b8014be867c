"""Triggers that mark what has changed, on both engines: whoever writes, by whatever way, cannot forget to.

A trigger names no table but the mark's: another table of the house may be made anew by a migration while it stands.
SQLite then loses that table's own triggers; nothing kept is used until they stand again (`stand`, `post`)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

MOMENT, CASE, DAYS, CONTACT, ALLEGATION = "moment", "case", "days", "contact", "choice"
PASSES = ("allocated", "given_back", "handed_over")  # in the log, each of these took it from one to another
COUNTED = ("put_right", "must_refer")  # events that are counted themselves


@dataclass(frozen=True)
class Says:
    """What one row marks: a moment of its own, or the number of what it belongs to."""

    what: str
    column: str
    verbs: tuple[str, ...] = ()  # only for these verbs of the log
    is_day: bool = False


WATCHED: Mapping[str, tuple[Says, ...]] = {
    "cases_case": (Says(MOMENT, "received_at"), Says(MOMENT, "finished_at"), Says(CASE, "id")),
    "cases_event": (Says(CASE, "case_id"), Says(MOMENT, "at", COUNTED), Says(DAYS, "case_id", PASSES)),
    "cases_allegation": (Says(DAYS, "case_id"),),
    "cases_choice": (Says(ALLEGATION, "allegation_id"),),
    "contacts_contact": (Says(MOMENT, "received_at"), Says(DAYS, "case_id")),
    "contacts_answer": (Says(CONTACT, "contact_id"),),
    "triage_decision": (Says(MOMENT, "at"), Says(DAYS, "case_id")),
    "recovery_attempt": (Says(MOMENT, "answered_at"),),
    "allocation_handover": (Says(MOMENT, "at"),),
    "reviews_review": (Says(MOMENT, "at"), Says(MOMENT, "admitted_at"), Says(MOMENT, "decided_at")),
    "victims_review": (Says(MOMENT, "asked_on", is_day=True), Says(MOMENT, "ended_at")),
}
ONLY_IF: Mapping[str, tuple[str, ...]] = {  # a case's own row changes with every event: mark it for what is counted of it
    "cases_case": ("received_at", "finished_at", "kind", "imported"),
}
INTO = 'INSERT INTO facts_mark (what, "when", number)'
NOT_YET = " AND NOT EXISTS (SELECT 1 FROM facts_mark WHERE what = '{what}' AND {column} = {value})"
VERBS: Mapping[str, tuple[str, ...]] = {"INSERT": ("NEW",), "UPDATE": ("NEW", "OLD"), "DELETE": ("OLD",)}


def _value(says: Says, row: str, sqlite: bool) -> str:
    column = f"{row}.{says.column}"
    if says.what != MOMENT:
        return column
    if says.is_day:
        return f"{column} || ' 12:00:00'" if sqlite else f"({column} + time '12:00') AT TIME ZONE 'UTC'"
    return f"substr({column}, 1, 13) || ':00:00'" if sqlite else f"date_trunc('hour', {column})"


def _insert(says: Says, row: str, sqlite: bool) -> str:
    value, where = _value(says, row, sqlite), f"{row}.{says.column} IS NOT NULL"
    if says.verbs:
        where += f" AND {row}.verb IN ({', '.join(repr(verb) for verb in says.verbs)})"
    column = '"when"' if says.what == MOMENT else "number"
    if sqlite:  # one writes at a time, so a mark that is there already is one that nobody is about to take away
        where += NOT_YET.format(what=says.what, column=column, value=value)
    both = f"{value}, 0" if says.what == MOMENT else f"NULL, {value}"
    return f"{INTO} SELECT '{says.what}', {both} WHERE {where};"


def _body(table: str, verb: str, sqlite: bool) -> str:
    return "\n".join(_insert(says, row, sqlite) for says in WATCHED[table] for row in VERBS[verb])


def _when(table: str, verb: str, sqlite: bool) -> str:
    if verb != "UPDATE" or table not in ONLY_IF:
        return ""
    differs = "IS NOT" if sqlite else "IS DISTINCT FROM"
    return f"WHEN ({' OR '.join(f'OLD.{name} {differs} NEW.{name}' for name in ONLY_IF[table])})"


def _statements(table: str, verb: str, sqlite: bool) -> tuple[str, list[str]]:
    """The trigger's name, which changes with what it does, and how it is made."""
    body, when = _body(table, verb, sqlite), _when(table, verb, sqlite)
    name = f"facts_{table}_{verb.lower()}_{sha256((body + when).encode()).hexdigest()[:8]}"
    if sqlite:
        return name, [f"CREATE TRIGGER {name} AFTER {verb} ON {table} {when} BEGIN\n{body}\nEND"]
    return name, [
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN\n{body}\nRETURN NULL; END $$",
        f"CREATE TRIGGER {name} AFTER {verb} ON {table} FOR EACH ROW {when} EXECUTE FUNCTION {name}()",
    ]


def _all(sqlite: bool) -> Iterator[tuple[str, list[str]]]:
    for table in WATCHED:
        for verb in VERBS:
            yield _statements(table, verb, sqlite)


@cache
def _names(sqlite: bool) -> frozenset[str]:
    return frozenset(name for name, _ in _all(sqlite))


def _standing(connection: Any) -> dict[str, str]:
    """Every trigger of ours that works, and its table. One query."""
    asked = (
        "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'facts_%'"
        if connection.vendor == "sqlite"
        else "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
        " WHERE t.tgname LIKE 'facts_%%' AND t.tgenabled <> 'D'"
    )
    with connection.cursor() as cursor:
        cursor.execute(asked if connection.vendor == "sqlite" else asked.replace("%%", "%"))
        return dict(cursor.fetchall())


def stand(connection: Any) -> bool:
    """Whether every one of them is where it belongs and says what it should."""
    return _names(connection.vendor == "sqlite") <= _standing(connection).keys()


def post(connection: Any) -> None:
    """Put them all up, in place of whatever stood there. What was kept before may be wrong: forget it after."""
    remove(connection)
    with connection.cursor() as cursor:
        for _, statements in _all(connection.vendor == "sqlite"):
            for statement in statements:
                cursor.execute(statement)


def remove(connection: Any) -> None:
    with connection.cursor() as cursor:
        for name, table in _standing(connection).items():
            cursor.execute(f"DROP TRIGGER {name}" + ("" if connection.vendor == "sqlite" else f" ON {table}"))
