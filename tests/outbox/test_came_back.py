"""A letter that came back: it kept no promise, the case shows it, and one press sends it another way."""

from datetime import timedelta

import pytest

from putright.clocks.queries import for_case
from putright.clocks.runs import Happened, that_reached
from putright.contacts.channels.email.addresses import key_of
from putright.contacts.channels.email.models import Bounce, Message, Reading
from putright.letters.models import MADE, REPLACED, SENT, Letter
from putright.outbox.actions import other_way, settle, told_anyway
from putright.outbox.models import Returned
from putright.outbox.refusals import AlreadySettled, NoOtherWay
from putright.people.actions import note_person
from tests.letters import cases

from .rounds import again, go_round, keys, update, verbs


def bounce(letter, cast, *, action="failed", message_id=None):
    message = Message.objects.create(digest=f"{Message.objects.count():064}", content=b"x", size=1, kept_at=cast.at)
    reading = Reading.objects.create(message=message, came_at=cast.at, state="noted", case=letter.case)
    number = key_of(message_id or letter.message_id)
    return Bounce.objects.create(
        reading=reading, case=letter.case, message_id=number, action=action, code="5.1.1", words="no such person", at=cast.at
    )


@pytest.fixture
def case(cast):
    note_person({"address": "1 Mill Road", "postcode": "SG13 7AA"}, at=cast.at, person=cast.ffion)
    return cases.told(cast.ffion, at=cast.at)


@pytest.fixture
def sent(case, cast):
    letter = update(case, cast)
    go_round(cast.at)
    return again(letter)


def clock(case, at, promise="update"):
    return [one for one in for_case(case, at) if one.promise == promise][-1]


def test_the_promise_it_kept_runs_on_from_its_own_beginning(case, sent, cast):
    late = cast.at + timedelta(days=1)
    first = [one for one in for_case(case, late) if one.promise == "update"]
    assert first[0].kept_at is not None and len(first) == 2
    bounce(sent, cast)
    go_round(late)
    assert verbs(case)[-1] == "came_back"
    after = [one for one in for_case(case, late) if one.promise == "update"]
    assert len(after) == 1 and after[0].is_open and after[0].started_at == first[0].started_at


def test_sent_again_another_way_it_keeps_it(case, sent, cast, settings):
    bounce(sent, cast)
    late = cast.at + timedelta(days=1)
    go_round(late)
    new = other_way(sent, "post", by=cast.sam, at=late)
    assert (new.medium, new.status, new.body) == ("post", MADE, sent.body) and new.message_id != sent.message_id
    assert "1 Mill Road" in new.address and bytes(new.pdf) != bytes(sent.pdf)
    assert again(sent).status == SENT and Returned.objects.get().seen_to_at == late
    with pytest.raises(AlreadySettled):
        other_way(sent, "post", by=cast.sam, at=late)


def test_they_were_told_themselves(case, sent, cast):
    bounce(sent, cast)
    late = cast.at + timedelta(days=1)
    go_round(late)
    told_anyway(sent, by=cast.sam, at=late)
    assert [one.kept_at for one in for_case(case, late) if one.promise == "update"][0] == late
    with pytest.raises(AlreadySettled):
        told_anyway(sent, by=cast.sam, at=late)


def test_the_address_that_failed_is_not_another_way_and_an_unsafe_one_never(case, sent, cast):
    bounce(sent, cast)
    go_round(cast.at)
    with pytest.raises(NoOtherWay):
        other_way(sent, "email", by=cast.sam, at=cast.at)
    note_person({"safe_contact": {"no_post": True}}, at=cast.at, person=cast.ffion)
    with pytest.raises(NoOtherWay):
        other_way(sent, "post", by=cast.sam, at=cast.at)


def test_a_letter_with_nothing_wrong_goes_no_other_way(sent, cast):
    with pytest.raises(AlreadySettled):
        other_way(sent, "post", by=cast.sam, at=cast.at)


def test_one_that_could_not_go_is_replaced(case, cast):
    letter = update(case, cast)
    Letter.objects.filter(pk=letter.pk).update(status="failed", trouble="550")
    other_way(letter, "post", by=cast.sam, at=cast.at)
    assert again(letter).status == REPLACED
    with pytest.raises(AlreadySettled):
        settle(letter, told=True, by=cast.sam, at=cast.at)


def test_a_bounce_of_no_letter_of_ours_and_one_only_delayed_change_nothing(case, sent, cast):
    bounce(sent, cast, message_id="<somebody-elses@a.example>")
    bounce(sent, cast, action="delayed")
    before = verbs(case)
    go_round(cast.at)
    assert verbs(case) == before and keys(cast.at) == []


def test_two_bounces_of_one_letter_are_one_event(case, sent, cast):
    bounce(sent, cast)
    bounce(sent, cast)
    go_round(cast.at)
    assert verbs(case).count("came_back") == 1 and keys(cast.at) == []


def test_only_what_went_before_it_came_back_is_undone(cast):
    def happened(verb, letter):
        return Happened(verb, cast.at, {"letter": letter, "kind": "update", "medium": "email"})

    log = [happened("sent", 1), happened("sent", 2), happened("came_back", 1), happened("sent", 1), happened("sent", 3)]
    assert that_reached(log) == log[1:]
