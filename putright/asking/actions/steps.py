"""The office's own first steps."""

from datetime import datetime

from django.db import transaction

from putright.people.gates import check
from putright.people.models import Handler

from ..models import Step


@transaction.atomic
def add_step(en: str, cy: str, order: int, *, by: Handler, at: datetime) -> Step:
    """Add a step in both languages; the row says who and when. Refuses NotAllowed by role."""
    check(by, "asking.set_steps")
    return Step.objects.create(en=en.strip(), cy=cy.strip(), order=order, since=at, by=by)


@transaction.atomic
def end_step(step: Step, *, by: Handler, at: datetime) -> None:
    """The step is no longer shown. Ended twice changes nothing. Refuses NotAllowed by role."""
    check(by, "asking.set_steps")
    Step.objects.filter(pk=step.pk, until=None).update(until=at, ended_by=by)
