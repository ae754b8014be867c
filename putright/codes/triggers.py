"""The guard of the lists' own history (people.triggers says how)."""

from putright.people.triggers import create, drop

HISTORY = "codes_change"
__all__ = ["HISTORY", "create", "drop"]
