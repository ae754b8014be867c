"""The guards of this room's tables (people.triggers says how)."""

from putright.people.triggers import create, drop

GUARDED = ("shopping_visit", "shopping_found", "shopping_action", "shopping_step")
__all__ = ["GUARDED", "create", "drop"]
