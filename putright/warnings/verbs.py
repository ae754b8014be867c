"""Who reads warnings, makes something of them and marks changes, and who sets them aside."""

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "warnings.read": FRONT,
    "warnings.take_up": FRONT,
    "warnings.annotate": FRONT,
    "warnings.dismiss": frozenset({Role.SUPERVISOR}),
}
PAGES: dict[str, str] = {
    "warnings:all": "warnings.read",
    "warnings:one": "warnings.read",
    "warnings:dismiss": "warnings.dismiss",
    "warnings:annotate": "warnings.annotate",
    "warnings:take_off": "warnings.annotate",
}
