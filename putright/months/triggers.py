"""The guard of what is append-only here (people.triggers says how)."""

from putright.people.triggers import create, drop

GUARDED = ("months_report", "months_words", "months_signed", "months_change")
__all__ = ["GUARDED", "create", "drop"]
