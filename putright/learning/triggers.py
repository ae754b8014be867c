"""The guard of what is append-only here (people.triggers says how)."""

from putright.people.triggers import create, drop

GUARDED = ("learning_wait",)
__all__ = ["GUARDED", "create", "drop"]
