"""The guard of what is append-only here (people.triggers says how)."""

from putright.people.triggers import create, drop

GUARDED = ("excellence_loaded", "excellence_passrule", "excellence_mark", "excellence_plan", "excellence_comment")
__all__ = ["GUARDED", "create", "drop"]
