"""Makers of applications for a review."""

from datetime import date
from typing import Any

from putright.cases.models import Case
from putright.interested import actions as kept_informed
from putright.interested.models import Interested
from putright.people.models import Handler
from putright.reviews import actions, rules
from putright.reviews.models import Review

from . import allocation, people
from .contacts import said

OURS = dict.fromkeys(rules.OF_BODY, "no")
ON = people.AT.date()


def application(**details: Any) -> rules.Application:
    """In time, whole, of a complainant whose recorded complaint was not investigated, and ours to review."""
    usual = {
        "received_on": ON, "given_on": date(2026, 3, 10), "complained_on": date(2026, 1, 5), "decision_of": "The police",
        "states": rules.PARTICULARS, "who": "complainant", "handled": "otherwise", "outcome_given": "yes", "grounds": OURS,
    }  # fmt: skip
    return rules.Application(**{**usual, **details})


def recorded(person: Any, by: Handler) -> Case:
    """A recorded case that `by` handled."""
    made = allocation.sufficient(person, by)
    Case.objects.filter(pk=made.pk).update(recorded_at=people.AT)
    made.refresh_from_db()
    return made


def review(case: Case, *, by: Handler, **details: Any) -> Review:
    came = actions.New(said(words="The sergeant never rang me.", channel="letter"))
    return actions.enter(case, application(**details), came, by=by, at=people.AT)


def interested(case: Case, name: str, agrees: str = "yes", *, by: Handler, **details: Any) -> Interested:
    """Somebody else who is kept informed, reached by e-mail unless it is said otherwise."""
    usual = {"name": name, "email": f"{name.split()[0].lower()}@interested.example", "language": "en"}
    return kept_informed.add(case, usual | details, ("relative", "a sister"), agrees, by=by, at=people.AT)
