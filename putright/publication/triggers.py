"""The guard of what was published (people.triggers says how)."""

from putright.people.triggers import create, drop

GUARDED = ("publication_table",)
__all__ = ["GUARDED", "create", "drop"]
