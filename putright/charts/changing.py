"""Changes with their day, for every chart of a series. The rooms that keep them come later, so they are asked as codes.usage
asks: a room that has any has a drawer `dated.py` with `changes(which, code)`. Nothing is imported ahead."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from putright import ROOMS

from .shapes import Mark

MEASURE = "measure"  # a series of the catalogue; a reason or an area is the room `warnings`'


@cache
def rooms() -> tuple[Callable[[str, str], list[Mark]], ...]:
    return tuple(
        import_module(f"putright.{room}.dated").changes for room in ROOMS if find_spec(f"putright.{room}.dated")
    )


def changes(which: str, code: str) -> list[Mark]:
    """What changed on which day, of that series and of all. One query for each room that keeps changes."""
    return sorted((one for asked in rooms() for one in asked(which, code)), key=lambda one: one.on)
