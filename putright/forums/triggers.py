"""The guard of this room (people.triggers says how): what was to be heard, and what became of it, stay."""

from putright.people.triggers import create, drop

GUARDED = ("forums_concern", "forums_step")
__all__ = ["GUARDED", "create", "drop"]
