"""The guards of this room's tables (people.triggers says how)."""

from putright.people.triggers import create, drop

GUARDED = ("callbacks_batch", "callbacks_attempt", "callbacks_said", "callbacks_told", "callbacks_keep")
__all__ = ["GUARDED", "create", "drop"]
