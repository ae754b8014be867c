"""Who reads warnings, and who sets them aside."""

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {"warnings.read": FRONT, "warnings.dismiss": frozenset({Role.SUPERVISOR})}
PAGES: dict[str, str] = {
    "warnings:all": "warnings.read",
    "warnings:one": "warnings.read",
    "warnings:dismiss": "warnings.dismiss",
}
