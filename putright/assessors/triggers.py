"""The guard of what is append-only here (people.triggers says how)."""

from putright.people.triggers import create, drop

GUARDED = ("assessors_pack", "assessors_packcase", "assessors_given")
__all__ = ["GUARDED", "create", "drop"]
