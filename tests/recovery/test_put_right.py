"""Putting it right: an offer, the answer to it, and “I want it recorded” at any time."""

import pytest

from putright.cases import stages
from putright.cases.actions import close
from putright.cases.log import broken_at
from putright.cases.models import Case, Event
from putright.cases.refusals import WrongStage
from putright.contacts.said import Settled
from putright.people.gates import NotAllowed
from putright.recovery.actions import Heard, ask_to_record, hear, offer
from putright.recovery.models import Attempt
from putright.recovery.refusals import AlreadyRecorded, NothingOffered
from putright.triage.actions import answer, decide
from tests.make.contacts import contact
from tests.triage.sheets import ORDINARY, THANKS

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast):
    made = contact(cast.ffion, kind="complaint").case
    answer(made, ORDINARY, by=cast.sam, at=cast.at)
    decide(made, "outside", by=cast.sam, at=cast.at)
    return made


def verbs(case):
    return [event.verb for event in Event.objects.filter(case=case).order_by("seq")]


def stage(case):
    return Case.objects.get(pk=case.pk).stage


def test_an_offer_is_written_down_and_the_case_stays_open(case, cast):
    made = offer(case, "apology", "I am sorry you were spoken to like that.", by=cast.sam, at=cast.at)
    assert made.content == "not_known"
    assert stage(case) == stages.IN_RECOVERY
    assert verbs(case)[-1] == "offered"


def test_content_puts_it_right_in_the_same_transaction(case, cast):
    made = offer(case, "apology", "I am sorry.", by=cast.sam, at=cast.at, heard=Heard("yes", "Diolch."))
    assert (made.content, made.answer, made.answered_at) == ("yes", "Diolch.", cast.at)
    assert verbs(case)[-3:] == ["offered", "answered", "put_right"]
    assert stage(case) == stages.OUTCOME_KNOWN
    assert broken_at(case) is None


@pytest.mark.parametrize("content", ["no", "not_known"])
def test_not_content_leaves_it_open_for_another_try(case, cast, content):
    made = offer(case, "apology", "I am sorry.", by=cast.sam, at=cast.at)
    hear(made, content, "Not good enough.", by=cast.sam, at=cast.at)
    assert stage(case) == stages.IN_RECOVERY
    second = offer(case, "action", "The log was put right.", by=cast.jo, at=cast.at)
    hear(second, "yes", "", by=cast.jo, at=cast.at)
    assert stage(case) == stages.OUTCOME_KNOWN
    assert Attempt.objects.filter(case=case).count() == 2


def test_words_stay_out_of_the_facts(case, cast):
    offer(case, "apology", "I am sorry.", by=cast.sam, at=cast.at)
    event = Event.objects.get(case=case, verb="offered")
    assert "sorry" not in str(event.facts) and event.payload.body == {"words": "I am sorry."}


def test_nothing_offered_is_refused(case, cast):
    with pytest.raises(NothingOffered):
        offer(case, "apology", "  ", by=cast.sam, at=cast.at)
    assert not Attempt.objects.exists()


def test_offer_answer_stage_and_events_are_one_transaction(case, cast, monkeypatch):
    def fails(*_args):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("putright.recovery.actions.write", fails)
    with pytest.raises(RuntimeError):
        offer(case, "apology", "I am sorry.", by=cast.sam, at=cast.at, heard=Heard("yes"))
    assert not Attempt.objects.exists()
    assert stage(case) == stages.IN_RECOVERY and "offered" not in verbs(case)


def test_it_is_not_put_right_before_it_is_known_what_it_is(cast):
    made = contact(cast.ffion, kind="complaint").case
    with pytest.raises(WrongStage):
        offer(made, "apology", "I am sorry.", by=cast.sam, at=cast.at)


def test_once_put_right_nothing_more_is_heard(case, cast):
    made = offer(case, "apology", "I am sorry.", by=cast.sam, at=cast.at, heard=Heard("yes"))
    with pytest.raises(WrongStage):
        hear(made, "no", "", by=cast.sam, at=cast.at)


def test_not_content_and_they_want_it_recorded(case, cast):
    offer(case, "apology", "I am sorry.", by=cast.sam, at=cast.at, heard=Heard("no", "Put it on record."))
    made = ask_to_record(case, "Put it on record.", by=cast.sam, at=cast.at)
    assert (made.route, made.differs) == ("recorded", False)
    assert made.reason_recorded == "dissatisfaction_after_initial_handling"
    assert verbs(case)[-2:] == ["asked_to_record", "decided"]
    assert stage(case) == stages.RECORDED


def test_settled_at_first_contact_then_recorded_when_they_ask(cast):
    made = contact(cast.amir, by=cast.sam, channel="phone", settled=Settled("Told her.", "update")).case
    decision = ask_to_record(made, "", by=cast.sam, at=cast.at)
    assert stage(made) == stages.RECORDED
    assert Case.objects.get(pk=made.pk).finished_at is None
    assert decision.reason_recorded == "dissatisfaction_after_initial_handling"


def test_closed_then_recorded_when_they_ask(case, cast):
    offer(case, "apology", "I am sorry.", by=cast.sam, at=cast.at, heard=Heard("yes"))
    close(case, by=cast.sam, at=cast.at)
    ask_to_record(case, "I thought again.", by=cast.sam, at=cast.at)
    assert stage(case) == stages.RECORDED


def test_found_not_to_be_a_complaint_then_recorded_when_they_ask_with_their_words_as_the_reason(cast):
    made = contact(cast.amir, kind="compliment").case
    answer(made, THANKS, by=cast.sam, at=cast.at)
    decide(made, "not_complaint", by=cast.sam, at=cast.at)
    decision = ask_to_record(made, "I was not thanking them.", by=cast.sam, at=cast.at)
    assert (decision.differs, decision.because) == (True, "I was not thanking them.")
    assert stage(made) == stages.RECORDED


def test_asking_twice_is_refused_even_from_a_stale_page(case, cast):
    stale = Case.objects.get(pk=case.pk)
    ask_to_record(case, "", by=cast.sam, at=cast.at)
    with pytest.raises(AlreadyRecorded):
        ask_to_record(stale, "", by=cast.sam, at=cast.at)
    assert verbs(case).count("asked_to_record") == 1


def test_once_handed_over_it_is_not_ours_to_record(case, cast):
    Case.objects.filter(pk=case.pk).update(stage=stages.HANDED_OVER)
    with pytest.raises(WrongStage):
        ask_to_record(case, "", by=cast.sam, at=cast.at)


@pytest.mark.parametrize("who", ["dana", "pat", "robin", "toni"])
def test_only_the_front_team_puts_things_right(case, cast, who):
    by = getattr(cast, who)
    made = offer(case, "apology", "I am sorry.", by=cast.sam, at=cast.at)
    for act in (
        lambda: offer(case, "apology", "I am sorry.", by=by, at=cast.at),
        lambda: hear(made, "yes", "", by=by, at=cast.at),
        lambda: ask_to_record(case, "", by=by, at=cast.at),
    ):
        with pytest.raises(NotAllowed):
            act()
