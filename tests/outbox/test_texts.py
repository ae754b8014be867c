"""Texts: neutral, only to a number where a message may be left, once, and what became of them."""

from datetime import timedelta

import pytest

from gateways import post
from putright.clocks.queries import for_case
from putright.letters.models import FAILED, SENT, UNCERTAIN
from putright.letters.rules import Reach
from putright.outbox import owed, rules
from putright.outbox.models import Notified, Returned
from putright.outbox.refusals import NotTextable
from putright.outbox.sending import send
from putright.outbox.texting import offered, write_text
from putright.people.actions import note_person
from putright.people.gates import NotAllowed
from tests.letters import cases

from .rounds import again, go_round, keys, somebody, verbs

JARGON = ("complain", "police", "officer", "heddlu", "cwyn", "investigat", "standards", "team", "resolution")


def ring(case, cast):
    return write_text(case, "ring", by=cast.sam, at=cast.at)


@pytest.mark.parametrize(
    ("rule", "phone", "may"),
    [
        ({}, "07700 900123", True),
        ({}, "+44 7700 900123", True),
        ({"no_email": True, "no_post": True}, "07700 900123", True),
        ({"no_phone": True}, "07700 900123", False),
        ({"no_voicemail": True}, "07700 900123", False),  # a text is a message left
        ({}, "01632 960001", False),
        ({}, "", False),
        ({}, "extension 12", False),
    ],
)
def test_only_a_mobile_where_a_message_may_be_left_is_texted(rule, phone, may):
    assert rules.may_be_texted(Reach(rule=rule), phone) is may


def test_a_text_says_nothing_of_what_it_is_about_in_either_language(cast):
    case = cases.told(note_person({"name": "Kit", "phone": "07700 900123"}, at=cast.at), at=cast.at)
    for words in offered(case)[0].values():
        assert not any(word in words.lower() for word in JARGON), words
        assert case.reference in words and len(words.split("\n")) == 2


def test_it_goes_once_and_keeps_no_promise(cast, service):
    case = cases.told(cast.ffion, at=cast.at)
    letter = ring(case, cast)
    go_round(cast.at)
    assert [one["told"]["personalisation"]["message"] for one in service.taken] == [letter.body]
    assert again(letter).status == SENT and verbs(case) == ["received", "wrote", "sent"]
    assert all(clock.kept_at is None for clock in for_case(case, cast.at + timedelta(minutes=1)))


def test_a_lost_answer_is_looked_up_before_it_is_offered_again(cast, service):
    letter = ring(cases.told(cast.ffion, at=cast.at), cast)
    service.silent = True
    with pytest.raises(post.Later):
        send(letter, at=cast.at)
    assert again(letter).status == "going" and keys(cast.at) == [f"outbox:send:{letter.pk}"]
    service.silent = False
    send(letter, at=cast.at)
    assert len(service.taken) == 1 and again(letter).status == SENT


def test_when_the_service_may_have_forgotten_it_a_person_is_asked(cast, service):
    letter = ring(cases.told(cast.ffion, at=cast.at), cast)
    service.silent = True
    with pytest.raises(post.Later):
        send(letter, at=cast.at)
    service.taken.clear()
    send(letter, at=cast.at + rules.KNOWS_FOR + timedelta(hours=1))
    assert again(letter).status == UNCERTAIN and service.taken == []


def test_a_refused_number_is_shown_and_the_service_in_trouble_is_tried_again(cast, service):
    letter, service.trouble = ring(cases.told(cast.ffion, at=cast.at), cast), 500
    with pytest.raises(post.Later):
        send(letter, at=cast.at)
    service.trouble = 400
    send(letter, at=cast.at)
    assert again(letter).status == FAILED and "Not enough digits" in again(letter).trouble


def test_without_a_service_it_fails_in_plain_sight(cast):
    letter = ring(cases.told(cast.ffion, at=cast.at), cast)
    go_round(cast.at)
    assert again(letter).status == FAILED and "no service" in again(letter).trouble


def test_a_rule_made_after_it_was_written_still_holds(cast, service):
    letter = ring(cases.told(cast.ffion, at=cast.at), cast)
    note_person({"safe_contact": {"no_voicemail": True}}, at=cast.at, person=cast.ffion)
    go_round(cast.at)
    assert service.taken == [] and again(letter).status == FAILED


def test_outside_the_hours_they_gave_it_waits(cast, service):
    note_person({"safe_contact": {"not_before": "18:00"}}, at=cast.at, person=cast.ffion)
    letter = ring(cases.told(cast.ffion, at=cast.at), cast)
    with pytest.raises(post.Later):
        send(letter, at=cast.at)
    send(letter, at=cast.at + timedelta(hours=2))
    assert again(letter).status == SENT


@pytest.mark.parametrize(("begins", "ends", "hour", "safe"), [
    ("09:00", "17:00", 12, True), ("09:00", "17:00", 18, False), ("22:00", "06:00", 23, True),
    ("22:00", "06:00", 12, False), ("", "", 3, True), ("nonsense", "", 3, True),
])  # fmt: skip
def test_hours_may_go_over_midnight(cast, begins, ends, hour, safe):
    at = cast.at.replace(hour=hour, minute=30)  # before the clocks go forward: London is UTC
    assert rules.safe_now(Reach(rule={"not_before": begins, "not_after": ends}), at) is safe


def test_who_cannot_be_texted_is_not(cast):
    with pytest.raises(NotTextable):
        ring(cases.told(somebody(cast), at=cast.at), cast)
    with pytest.raises(NotAllowed):
        write_text(cases.told(cast.ffion, at=cast.at), "ring", by=cast.pat, at=cast.at)


def test_what_became_of_it_is_asked_and_a_failure_comes_back_to_the_case(cast, service):
    case = cases.told(cast.ffion, at=cast.at)
    letter = ring(case, cast)
    go_round(cast.at)
    soon = cast.at + timedelta(minutes=2)
    service.said(letter.message_id.strip("<>"), "sending")
    go_round(soon)
    assert Notified.objects.get().status == "sending" and not Returned.objects.exists()
    service.said(letter.message_id.strip("<>"), "permanent-failure")
    go_round(soon + timedelta(minutes=10))
    assert verbs(case)[-1] == "came_back" and Returned.objects.get().how == "permanent-failure"
    assert keys(soon + timedelta(days=1)) == []


def test_one_that_arrived_is_asked_about_no_more_and_nothing_for_ever(cast, service):
    letter = ring(cases.told(cast.ffion, at=cast.at), cast)
    go_round(cast.at)
    service.said(letter.message_id.strip("<>"), "delivered")
    go_round(cast.at + timedelta(minutes=2))
    assert Notified.objects.get().look_at is None
    assert rules.look_again(cast.at, cast.at + timedelta(days=7)) is None


def test_asking_what_is_owed_takes_four_queries(cast, service, django_assert_num_queries):
    for _ in range(4):
        ring(cases.told(cast.ffion, at=cast.at), cast)
    with django_assert_num_queries(4):
        assert len(list(owed.owed(cast.at, limit=100))) == 4
