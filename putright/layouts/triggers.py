"""The guard of what is append-only here (people.triggers says how)."""

from putright.people.triggers import create, drop

GUARDED = ("layouts_version",)
__all__ = ["GUARDED", "create", "drop"]
