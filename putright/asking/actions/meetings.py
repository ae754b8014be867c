"""Meetings: considered, arranged, and what became of them. The written record is a letter of its own."""

from datetime import date, datetime

from django.db import transaction

from putright.cases.actions import locked
from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.people.gates import check
from putright.people.models import Handler

from .. import rules
from ..models import Meeting
from ..refusals import MeetingEnded, SayWhyNoMeeting


@transaction.atomic
def consider(case: Case, *, offered: bool, why_not: str = "", by: Handler, at: datetime) -> Meeting:
    """Write down that a meeting was thought of, and whether it is offered. Event `meeting_considered`.

    Refuses SayWhyNoMeeting, NotAllowed by role. Law: CMR 2020 reg 34(5)."""
    check(by, "asking.meet")
    case = locked(case)
    if not offered and not why_not.strip():
        raise SayWhyNoMeeting
    made = Meeting.objects.create(case=case, considered_at=at, by=by, offered=offered, why_not=why_not.strip())
    payload = {"why": made.why_not} if made.why_not else {}
    write(case, Line("meeting_considered", at, by, facts={"meeting": made.pk, "offered": offered}, payload=payload))
    return made


@transaction.atomic
def arrange(meeting: Meeting, on: date | None, details: dict[str, str], *, by: Handler, at: datetime) -> None:
    """Write down when and where, who comes, and what they need (`time`, `place`, `who`, `adjustments`). May be done again.

    Event `meeting_arranged`. Refuses MeetingEnded, NotAllowed by role."""
    check(by, "asking.meet")
    case, row = _open(meeting)
    row.on, row.time, row.place = on, details.get("time", ""), details.get("place", "")
    row.who, row.adjustments = details.get("who", ""), details.get("adjustments", "")
    row.save()
    write(case, Line("meeting_arranged", at, by, facts={"meeting": row.pk, "on": on}, payload=dict(details)))


@transaction.atomic
def end(meeting: Meeting, how: str, words: str, *, by: Handler, at: datetime) -> None:
    """Write down whether it was held. Held, its record is owed as soon as practicable (CMR 2020 reg 34(6); queries.records_owed).

    Event `meeting_ended`. Refuses MeetingEnded, NotAllowed by role, and a way to end it does not know (ValueError)."""
    check(by, "asking.meet")
    if how not in rules.ENDED:
        raise ValueError(f"{how} is not what becomes of a meeting")
    case, row = _open(meeting)
    row.ended_at, row.ended, row.words = at, how, words.strip()
    row.save()
    payload = {"words": row.words} if row.words else {}
    write(case, Line("meeting_ended", at, by, facts={"meeting": row.pk, "how": how}, payload=payload))


def _open(meeting: Meeting) -> tuple[Case, Meeting]:
    case = locked(meeting.case)
    row = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    if row.ended_at or not row.offered:
        raise MeetingEnded
    return case, row
