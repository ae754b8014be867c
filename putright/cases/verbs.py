"""Who may do what to a case file."""

from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {
    "cases.look": FRONT | {Role.STANDARDS, Role.LOCAL_SUPERVISOR},
    "cases.take": FRONT,
    "cases.note": FRONT | {Role.STANDARDS, Role.LOCAL_SUPERVISOR},
    "cases.allege": FRONT,
    "cases.name_officer": FRONT | {Role.STANDARDS},
    "cases.wall": FRONT | {Role.STANDARDS, Role.PRIVACY},
    "cases.seal": frozenset({Role.SUPERVISOR, Role.STANDARDS}),
    "cases.close": FRONT,
}
PAGES: dict[str, str] = {}
