"""Meetings (CMR 2020 reg 34(5) and (6)): considered, arranged, and the record owed until it has gone."""

import pytest

from putright.asking import queries
from putright.asking.actions import meetings, reading
from putright.asking.models import Meeting
from putright.asking.refusals import MeetingEnded, NotWaiting, SayWhyNoMeeting
from putright.cases.models import Case
from putright.cases.queries import events
from putright.letters.models import SENT, Letter

from ..make import contacts
from . import questions


@pytest.fixture
def case(cast):
    return questions.case(cast.ffion, at=cast.at)


def test_a_meeting_not_offered_needs_its_reason(cast, case):
    with pytest.raises(SayWhyNoMeeting):
        meetings.consider(case, offered=False, why_not=" ", by=cast.sam, at=cast.at)
    made = meetings.consider(case, offered=False, why_not="They want it in writing.", by=cast.sam, at=cast.at)
    with pytest.raises(MeetingEnded):
        meetings.arrange(made, None, {}, by=cast.sam, at=cast.at)


def test_a_meeting_held_owes_its_record_until_the_letter_has_gone(cast, case):
    made = meetings.consider(case, offered=True, by=cast.sam, at=cast.at)
    details = {"place": "The library", "who": "Ffion and her sister", "adjustments": "Welsh", "time": "10:30"}
    meetings.arrange(made, cast.at.date(), details, by=cast.sam, at=cast.at)
    meetings.end(made, "held", "We talked it through.", by=cast.sam, at=cast.at)
    every = Case.objects.all()
    assert queries.owed_to(every) == [made]
    sheet = {"kind": queries.RECORD, "language": "cy", "medium": "email", "subject": "x", "body": "x"}
    letter = Letter.objects.create(case=case, made_at=cast.at, **sheet)
    assert queries.owed_to(every) == [made]
    Letter.objects.filter(pk=letter.pk).update(status=SENT)
    assert queries.owed_to(every) == []
    assert [e.verb for e in events(case)][-3:] == ["meeting_considered", "meeting_arranged", "meeting_ended"]
    with pytest.raises(MeetingEnded):
        meetings.end(made, "held", "", by=cast.sam, at=cast.at)


@pytest.mark.parametrize("how", ["not_held", "declined"])
def test_no_record_is_owed_of_a_meeting_that_was_not_held(cast, case, how):
    made = meetings.consider(case, offered=True, by=cast.sam, at=cast.at)
    meetings.end(made, how, "", by=cast.sam, at=cast.at)
    assert queries.owed_to(Case.objects.all()) == [] and Meeting.objects.get().ended == how


def test_what_came_back_waits_until_somebody_says_they_read_it(cast, case):
    contacts.contact(cast.ffion, joins=case, at=cast.at)
    contacts.contact(cast.ffion, joins=case, by=cast.sam, at=cast.at)  # taken by somebody here, who has read it
    every = Case.objects.all()
    [event] = queries.unread(every, at=cast.at)
    reading.read(case, event.seq, by=cast.sam, at=cast.at)
    assert queries.unread(every, at=cast.at) == []
    [reply] = queries.replies(events(case))
    assert (reply.seen.by, reply.seen.at) == (cast.sam, cast.at)
    for number in (event.seq, 1, 999):
        with pytest.raises(NotWaiting):
            reading.read(case, number, by=cast.sam, at=cast.at)
