"""Who may use the desk."""

from putright.people.gates import SIGNED_IN
from putright.people.roles import FRONT, Role

HANDLES = FRONT | {Role.STANDARDS, Role.LOCAL_SUPERVISOR}
MAY: dict[str, frozenset[Role]] = {"desk.work": HANDLES, "desk.law": HANDLES}
PAGES: dict[str, str] = {
    "desk:home": SIGNED_IN,
    "desk:work": "desk.work",
    "desk:search": "desk.work",
    "desk:case": "cases.look",
    "desk:why": "cases.look",
    "desk:law": "desk.law",
    "desk:law_changes": "desk.law",
    "desk:law_try": "desk.law",
    "desk:law_question": "desk.law",
}
