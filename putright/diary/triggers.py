"""The guard of the diary (people.triggers says how): what started a clock, what was published and who signed stay."""

from putright.people.triggers import create, drop

GUARDED = ("diary_occasion", "diary_published", "diary_statement", "diary_signed")
READ = "diary_intheorder"  # since migration 0002
__all__ = ["GUARDED", "READ", "create", "drop"]
