"""The first gate: may somebody in this role do this at all? Each room's `verbs.py` holds its part of the one table."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import MappingProxyType
from typing import Any

from putright import ROOMS

from .models import Handler
from .roles import Role

PUBLIC = "public"  # anybody, signed in or not
SIGNED_IN = "signed in"  # anybody who works here
SYSTEM = "by token"  # another system: the page itself asks for its token and the scope of it


class NotAllowed(Exception):
    """This role may not do that. The page answers 403 in plain words."""


@cache
def table(name: str) -> Mapping[str, Any]:
    """All rooms' `MAY` (verb -> roles) or `PAGES` (url name -> verb) as one; a name given twice stops the start."""
    joined: dict[str, Any] = {}
    for room in ROOMS:
        verbs = f"putright.{room}.verbs"
        part: Mapping[str, Any] = getattr(import_module(verbs), name, {}) if find_spec(verbs) else {}
        if twice := joined.keys() & part.keys():
            raise ValueError(f"{name} has {sorted(twice)} twice; the second is in {room}.")
        joined |= part
    return MappingProxyType(joined)


def roles_for(verb: str) -> frozenset[Role]:
    roles: frozenset[Role] = table("MAY")[verb]
    return roles


def can(by: Handler | None, verb: str) -> bool:
    return by is not None and Role(by.role) in roles_for(verb)


def check(by: Handler | None, verb: str) -> None:
    """Refuses with NotAllowed when `by` may not do `verb`. Every action a member of staff takes begins here."""
    if not can(by, verb):
        raise NotAllowed(verb)
