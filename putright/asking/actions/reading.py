"""Marking what came back as read."""

from datetime import datetime

from django.db import transaction

from putright.cases.actions import locked
from putright.cases.log import Line, write
from putright.cases.models import Case, Event
from putright.people.gates import check
from putright.people.models import Handler

from ..models import Seen
from ..refusals import NotWaiting


@transaction.atomic
def read(case: Case, number: int, *, by: Handler, at: datetime) -> None:
    """Say that this person read a contact that joined the case; `number` is the line of the log by which it did.

    Event `reply_read`. Refuses NotWaiting when it was read before or is no such line, NotAllowed by role."""
    check(by, "asking.read")
    case = locked(case)
    event = Event.objects.filter(case=case, seq=number, verb="joined", by=None).first()
    if event is None or Seen.objects.filter(event=event).exists():
        raise NotWaiting
    Seen.objects.create(event=event, by=by, at=at)
    write(case, Line("reply_read", at, by, facts={"contact": event.facts.get("contact"), "line": number}))
