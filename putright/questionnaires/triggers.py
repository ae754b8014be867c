"""The guards of this room's append-only tables (people.triggers says how)."""

from putright.people.triggers import create, drop

GUARDED = ("questionnaires_version", "questionnaires_signoff")
__all__ = ["GUARDED", "create", "drop"]
