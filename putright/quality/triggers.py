"""The guards of this room's tables (people.triggers says how)."""

from putright.people.triggers import create, drop

GUARDED = tuple(f"quality_{name}" for name in (
    "item", "setting", "seed", "draw", "picked", "look", "answer", "reminder"))  # fmt: skip
__all__ = ["GUARDED", "create", "drop"]
