"""Reads a pack strictly: a missing, unknown, empty or mis-typed key stops with one plain sentence."""

import tomllib
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from offices.office import OfficeError, nearest

WORDS: dict[type, str] = {
    str: "words in quotation marks",
    int: "a whole number",
    bool: "true or false",
    Decimal: "a number",
    date: "a date such as 2026-02-01",
    time: "a time such as 09:00:00",
}


class Place(NamedTuple):
    """Where in which file we are reading, for the sentence that says what is wrong."""

    file: str
    table: str = "the top of the file"

    def wrong(self, what: str) -> OfficeError:
        return OfficeError(f"{self.file}, {self.table}: {what}")


def read_pack[T](shape: type[T], path: Path) -> T:
    """The pack in that file as a frozen `shape`. Raises OfficeError naming the file and the key."""
    place = Place(path.name)
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise place.wrong(f"this is not readable as TOML ({error}).") from error
    return read_row(shape, raw, place)


def read_row[T](shape: type[T], raw: object, place: Place) -> T:
    if not isinstance(raw, dict):
        raise place.wrong("this should be a table of keys and values.")
    made_of: Any = shape
    wanted = {key_of(f): f for f in fields(made_of)}
    refuse_unknown(raw, wanted, place)
    refuse_missing(raw, wanted, place)
    hints = get_type_hints(shape)
    return shape(**{wanted[k].name: read_value(hints[wanted[k].name], v, k, place) for k, v in raw.items()})


def key_of(field: Field[Any]) -> str:
    return str(field.metadata.get("key", field.name))


def refuse_unknown(raw: dict[str, Any], wanted: dict[str, Field[Any]], place: Place) -> None:
    for key in raw:
        if key not in wanted:
            raise place.wrong(f'"{key}" is not a key we know.{nearest(key, wanted)}')


def refuse_missing(raw: dict[str, Any], wanted: dict[str, Field[Any]], place: Place) -> None:
    for key, field in wanted.items():
        if key not in raw and field.default is MISSING and field.default_factory is MISSING:
            raise place.wrong(f'"{key}" is missing. Add it.')


def read_value(hint: Any, value: Any, key: str, place: Place) -> Any:
    origin = get_origin(hint)
    if origin in (
        UnionType,
        Union,
    ):  # every union in a pack is "something or nothing", and nothing is simply not written
        hint = next(t for t in get_args(hint) if t is not NoneType)
        return read_value(hint, value, key, place)
    if origin is tuple:
        return read_list(get_args(hint)[0], value, key, place)
    if origin is Literal:
        return read_choice(get_args(hint), value, key, place)
    if isinstance(hint, type) and is_dataclass(hint):
        return read_row(hint, value, Place(place.file, inside(place, key)))
    return read_plain(hint, value, key, place)


def read_list(hint: Any, value: Any, key: str, place: Place) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise place.wrong(f'"{key}" should be a list, not {shown(value)}.')
    if isinstance(hint, type) and is_dataclass(hint):
        return tuple(
            read_row(hint, row, Place(place.file, f"[[{key}]] number {n}")) for n, row in enumerate(value, start=1)
        )
    return tuple(read_value(hint, item, key, place) for item in value)


def read_choice(choices: tuple[Any, ...], value: Any, key: str, place: Place) -> Any:
    if value in choices and type(value) is not bool:
        return value
    known = [str(c) for c in choices]
    raise place.wrong(f'"{key}" should be one of {", ".join(known)}, not {shown(value)}.{nearest(str(value), known)}')


def read_plain(hint: type, value: Any, key: str, place: Place) -> Any:
    if hint is Decimal and type(value) is int:
        return Decimal(value)
    if type(value) is not hint:  # exactly: a bool is an int to Python, and a date-time is a date
        raise place.wrong(f'"{key}" should be {WORDS[hint]}, not {shown(value)}.')
    if isinstance(value, str) and not value.strip():
        raise place.wrong(f'"{key}" is empty. Write something, or take the key out if it may be left out.')
    return value


def shown(value: object) -> str:
    return f'"{value}"' if isinstance(value, str | int | Decimal | date | time) else f"a {type(value).__name__}"


def inside(place: Place, key: str) -> str:
    return f"[{key}]" if place.table == Place("").table else f'{place.table}, "{key}"'
