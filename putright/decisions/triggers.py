"""The guard of records (people.triggers says how): versions, approvals and what was published are never changed or lost."""

from putright.people.triggers import create, drop

GUARDED = ("decisions_version", "decisions_approval", "decisions_published")
__all__ = ["GUARDED", "create", "drop"]
