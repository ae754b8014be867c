"""The guard of what the office set (people.triggers says how)."""

from putright.people.triggers import create, drop

GUARDED = ("invited_setting",)
__all__ = ["GUARDED", "create", "drop"]
