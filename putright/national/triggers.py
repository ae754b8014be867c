"""The guard of the return (people.triggers says how): what was written down, frozen, signed or published back stays."""

from putright.people.triggers import create, drop

GUARDED = ("national_filled", "national_return", "national_signature", "national_publishedback")
GUARDED_LATER = ("national_sourced",)
__all__ = ["GUARDED", "GUARDED_LATER", "create", "drop"]
