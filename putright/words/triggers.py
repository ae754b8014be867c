"""The guards of this room's tables (people.triggers says how)."""

from putright.people.triggers import create, drop

GUARDED = ("words_version", "words_signoff", "words_checked")
__all__ = ["GUARDED", "create", "drop"]
