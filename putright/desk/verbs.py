"""Who may use the desk."""

from putright.people.gates import SIGNED_IN
from putright.people.roles import FRONT, Role

MAY: dict[str, frozenset[Role]] = {"desk.work": FRONT | {Role.STANDARDS, Role.LOCAL_SUPERVISOR}}
PAGES: dict[str, str] = {
    "desk:home": SIGNED_IN,
    "desk:work": "desk.work",
    "desk:search": "desk.work",
    "desk:case": "cases.look",
}
