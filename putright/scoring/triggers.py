"""The guards of this room's tables (people.triggers says how)."""

from putright.people.triggers import create, drop

GUARDED = ("scoring_call", "scoring_score", "scoring_outcome")
__all__ = ["GUARDED", "create", "drop"]
