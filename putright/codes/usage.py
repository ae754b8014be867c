"""How much a code is used. The rooms that keep codes come later, so they are asked as the table of verbs is asked: each
has a drawer `coded.py` with `USES`, list -> a question that gives every code's use in one query. Nothing is imported ahead.

A use is a count and a day, never a list of cases: a wall is not walked round here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from putright import ROOMS


@dataclass(frozen=True)
class Use:
    """How many open cases have the code, and the last day for which it was chosen, closed cases among them."""

    open_cases: int = 0
    last: date | None = None


Question = Callable[[], Mapping[str, Use]]


@cache
def questions() -> Mapping[str, Question]:
    """List -> the question of the room that keeps its codes. A list nobody keeps yet is used by nobody."""
    found: dict[str, Question] = {}
    for room in ROOMS:
        if find_spec(f"putright.{room}.coded"):
            found |= import_module(f"putright.{room}.coded").USES
    return found


def uses(which: str) -> Mapping[str, Use]:
    question = questions().get(which)
    return question() if question else {}
