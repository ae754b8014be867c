"""The fixed cast. Ffion complains, in Welsh; Amir needs an interpreter; Sam handles; Jo supervises; Chris is in another
body and must see nothing; Dana is a sergeant; Pat works in standards; Robin sees figures; Toni keeps the accounts."""

import pickle
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db import connection

from putright.people.models import Handler, Person

from .make import people


@dataclass(frozen=True)
class Cast:
    at: datetime
    ffion: Person
    amir: Person
    sam: Handler
    jo: Handler
    chris: Handler
    dana: Handler
    pat: Handler
    robin: Handler
    toni: Handler


@dataclass(frozen=True)
class Kept:
    """What the makers wrote, to be written again as it stands: thousands of tests begin with it."""

    rows: tuple[str, ...]  # statements, a table each
    people: bytes


def assemble() -> Cast:
    """Into tables that are empty, in a few statements; with anything in them, by the makers."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 WHERE {' OR '.join(f'EXISTS (SELECT 1 FROM {table})' for table in tables())}")
        if cursor.fetchone():
            return made()
        if connection.alias not in _kept:
            return remembered(cursor)
        kept = _kept[connection.alias]
        for statement in kept.rows:
            cursor.execute(statement)
    return pickle.loads(kept.people)  # noqa: S301 - pickled below, in this process


_kept: dict[str, Kept] = {}


@cache
def tables() -> tuple[str, ...]:
    """Those the cast is in, earlier ones first. A test holds them to be all of them."""
    from django.contrib.auth import get_user_model

    from putright.people import models

    in_order = (models.OfficeInUse, models.Team, get_user_model(), models.Handler, models.Person, models.SearchKey)
    return tuple(connection.ops.quote_name(model._meta.db_table) for model in in_order)


def remembered(cursor: Any) -> Cast:
    cast = made()
    _kept[connection.alias] = Kept(tuple(written_again(cursor, table) for table in tables()), pickle.dumps(cast))
    return cast


def written_again(cursor: Any, table: str) -> str:
    """One INSERT with all that is in a table, each value as the database itself quotes it."""
    cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 - a table of ours
    columns = [connection.ops.quote_name(column[0]) for column in cursor.description]
    quoted = "quote({})" if connection.vendor == "sqlite" else "quote_nullable({}::text)"
    cursor.execute(f"SELECT {', '.join(map(quoted.format, columns))} FROM {table}")  # noqa: S608
    rows = ", ".join(f"({', '.join(row)})" for row in cursor.fetchall())
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES {rows}"  # noqa: S608


def made() -> Cast:
    """By the makers, in a dozen statements."""
    people.office()
    front, district, standards, elsewhere, board, systems = people.teams(
        ("front", "front"), ("north", "local"), ("standards", "standards"),
        ("elsewhere", "local"), ("board", "other"), ("systems", "other"),
    )  # fmt: skip
    sam, jo, chris, dana, pat, robin, toni = people.handlers(
        ("Sam Adeyemi", "handler", front),
        ("Jo Marsh", "supervisor", front),
        ("Chris Vale", "local_supervisor", elsewhere),
        ("Dana Price", "local_supervisor", district, {"is_constable": True, "collar_number": "2417"}),
        ("Pat Okoro", "standards", standards),
        ("Robin Lee", "analyst", board),
        ("Toni Ashe", "administrator", systems),
    )
    ffion = people.person("Ffion Rees", language="cy", email="ffion@complainant.example", phone="07700 900123")
    amir = people.person("Amir Haddad", language="en", adjustments="Needs an Arabic interpreter on the telephone.")
    return Cast(people.AT, ffion, amir, sam, jo, chris, dana, pat, robin, toni)
