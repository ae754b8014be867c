"""Reviews as they are asked for."""

from datetime import date, datetime

from putright.cases.models import Case
from putright.people.models import Handler
from putright.victims.actions import opening, reviewing
from putright.victims.models import Review
from putright.victims.rules import ASKED, Named

from ..make import contacts

FACTS = dict.fromkeys(ASKED, "yes")
KNOWN = {
    "asked_on": date(2026, 3, 27), "door": "phone", "crime_reference": "42/1234/26",
    "decision": "police_decided_no_proceedings", "decided_on": date(2026, 2, 20), "told_on": date(2026, 3, 1),
    "decided_by": "Ann Lloyd", "decided_rank": "sergeant", "decided_number": "311", "answers": FACTS,
}  # fmt: skip
REVIEWER = Named("Bo Hale", "chief_inspector", "77")


def case(person, *, at: datetime, **details: object) -> Case:
    return contacts.contact(person, at=at, **{"kind": "enquiry", **details}).case


def review(case: Case, *, by: Handler, at: datetime, **known: object) -> Review:
    return opening.open_review(case, opening.Asked(**{**KNOWN, **known}), by=by, at=at)


def taken(case: Case, *, by: Handler, at: datetime, **known: object) -> Review:
    """Taken on, with somebody to look at it."""
    made = review(case, by=by, at=at, **known)
    reviewing.take_on(made, taken=True, why="", by=by, at=at)
    reviewing.give_to(made, REVIEWER, by=by, at=at)
    made.refresh_from_db()
    return made
