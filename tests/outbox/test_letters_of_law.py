"""Letters of law on their way: what is held back is told by none of them, and whoever is not the complainant is guarded too."""

from datetime import timedelta

import pytest

from gateways import post
from gateways.post_fake import FakePost
from putright.cases.models import ComplainedOf
from putright.letters import guard, making
from putright.letters.actions import write_letter
from putright.letters.models import FAILED, SENT, STOPPED, Letter
from putright.letters.refusals import HeldBack, WrongCase
from putright.outbox.actions import other_way
from putright.outbox.holding import Ask, agree, ask_to_withhold
from putright.outbox.refusals import NoOtherWay
from putright.outbox.sending import send
from putright.outbox.shown import others
from putright.people.actions import note_person
from tests.letters import cases, whole
from tests.make import contacts

from .rounds import UPDATE, again

WORK = "d.rees@herts.police.uk"


def held(case, part, cast):
    ask = Ask(part, "proceedings", "A trial is listed for May.", cast.at.date() + timedelta(days=30))
    agree(ask_to_withhold(case, ask, by=cast.sam, at=cast.at), by=cast.jo, at=cast.at)


@pytest.mark.parametrize(
    ("part", "kind"), [("copy", "subject_copy"), ("outcome", "findings"), ("outcome", "no_action"), ("reasons", "findings")]
)
def test_a_letter_that_would_tell_what_is_held_back_is_not_written(cast, part, kind):
    ready = whole.ready(cast, kind)
    assert making.preview(ready.case, kind, ready.given, by=cast.sam, at=ready.at)
    held(ready.case, part, cast)
    with pytest.raises(HeldBack):
        write_letter(ready.case, kind, ready.given, by=cast.sam, at=ready.at)
    with pytest.raises(HeldBack):
        making.preview(ready.case, kind, ready.given, by=cast.sam, at=ready.at)


def test_what_has_changed_is_left_out_of_the_result_of_a_recorded_complaint_too(cast):
    ready = whole.ready(cast, "findings")
    held(ready.case, "change", cast)
    body = making.preview(ready.case, "findings", ready.given, by=cast.sam, at=ready.at).body
    assert "We looked at change" not in body and "regulation 35" in body


def test_somebody_whose_message_is_on_the_case_is_written_to_only_when_they_were_meant(cast):
    case = cases.told(cast.ffion, at=cast.at)
    ann = note_person({"name": "Ann Jones", "email": "ann@y.example", "language": "en"}, at=cast.at)
    contacts.contact(ann, at=cast.at, joins=case)
    stranger = note_person({"name": "Kit Lane", "email": "kit@x.example", "language": "en"}, at=cast.at)
    mine, theirs = (write_letter(case, "update", UPDATE | {"to": to}, by=cast.sam, at=cast.at)
                    for to in ("", f"person:{ann.pk}"))  # fmt: skip
    Letter.objects.filter(pk=mine.pk).update(person=ann, address=ann.email)
    other = write_letter(case, "update", UPDATE | {"to": f"person:{ann.pk}"}, by=cast.sam, at=cast.at)
    Letter.objects.filter(pk=other.pk).update(person=stranger, address=stranger.email)
    with post.standing_in(FakePost()):
        for one in (mine, theirs, other):
            send(one, at=cast.at)
    assert [again(one).status for one in (mine, theirs, other)] == [STOPPED, SENT, STOPPED]
    with pytest.raises(WrongCase):
        guard.refuse_others(again(other))


def test_an_officers_letter_goes_another_way_only_to_where_they_work_and_while_they_are_named(cast):
    ready = whole.ready(cast, "subject_copy")
    letter = write_letter(ready.case, "subject_copy", ready.given | {"to_email": WORK}, by=cast.sam, at=ready.at)
    Letter.objects.filter(pk=letter.pk).update(status=FAILED)
    assert [way for way, _where in others(again(letter))] == ["post"]
    made = other_way(letter, "post", by=cast.sam, at=ready.at)
    assert made.address.endswith("Hertford Police Station\nHertford") and made.values["to"] == letter.values["to"]
    Letter.objects.filter(pk=made.pk).update(status=FAILED)
    ComplainedOf.objects.all().delete()
    with pytest.raises(NoOtherWay):
        other_way(made, "email", by=cast.sam, at=ready.at)
