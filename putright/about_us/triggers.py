"""The guard of what was done and of what we promised: neither is rewritten."""

from putright.people.triggers import create, drop

GUARDED = ("about_us_step", "about_us_days")
__all__ = ["GUARDED", "create", "drop"]
