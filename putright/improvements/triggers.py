"""The guard of what is append-only here (people.triggers says how)."""

from putright.people.triggers import create, drop

GUARDED = ("improvements_step",)
__all__ = ["GUARDED", "create", "drop"]
