"""Who may use the desk."""

from putright.people.gates import SIGNED_IN
from putright.people.roles import FRONT, Role

HANDLES = FRONT | {Role.STANDARDS, Role.LOCAL_SUPERVISOR, Role.SENIOR}
MAY: dict[str, frozenset[Role]] = {"desk.work": HANDLES}
PAGES: dict[str, str] = {
    "desk:home": SIGNED_IN,
    "desk:coming_in": SIGNED_IN,
    "desk:more": SIGNED_IN,
    "desk:work": "desk.work",
    "desk:search": "desk.work",
    "desk:case": "cases.look",
    "desk:people_rules": "people.look",
    "desk:often": "people.look",
    "desk:often_in": "people.look",
    "desk:often_from": "people.define",
    "desk:alike": "people.look",
    "desk:person": "people.look",
    "desk:person_same": "people.merge",
    "desk:person_part": "people.merge",
    "desk:person_plan": "people.plan",
    "desk:person_plan_end": "people.plan",
    "desk:person_born": "people.tell_apart",
}
