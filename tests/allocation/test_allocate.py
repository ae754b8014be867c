"""Asking a supervisor, and hearing back. Their reach begins with the asking and ends with the answer."""

import pytest

from putright.allocation import owed
from putright.allocation.actions import accept, allocate, answer_back, give_back
from putright.allocation.models import Allocation
from putright.allocation.refusals import AlreadyWritten, NotThatTeam, NotTheirs, SayMore
from putright.cases.actions import locked, move, wall_off
from putright.cases.log import broken_at
from putright.cases.models import Case, Event
from putright.cases.queries import open_to
from putright.cases.refusals import NotThem, WrongStage
from putright.people.gates import NotAllowed
from tests.make import allocation as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast):
    return make.case(cast.ffion, stage="in_recovery")


@pytest.fixture
def given(case, cast):
    return allocate(case, cast.dana.team, "Please ring her", by=cast.sam, at=cast.at)


def sees(handler, case, cast):
    return open_to(handler, at=cast.at).filter(pk=case.pk).exists()


def log(case):
    return list(Event.objects.filter(case=case).order_by("seq").values_list("verb", flat=True))[1:]


def stage(case):
    return Case.objects.get(pk=case.pk).stage


def test_allocating_gives_that_teams_supervisors_just_that_case(case, given, cast):
    other = make.case(cast.amir, stage="in_recovery")
    assert stage(case) == "allocated" and log(case) == ["allocated"]
    assert sees(cast.dana, case, cast) and not sees(cast.chris, case, cast) and not sees(cast.dana, other, cast)


def test_accepting_is_said_once(case, given, cast):
    accept(given, by=cast.dana, at=cast.at)
    with pytest.raises(AlreadyWritten):
        accept(given, by=cast.dana, at=cast.at)
    assert log(case) == ["allocated", "accepted"]


def test_an_answer_is_kept_with_whether_they_are_content_and_ends_the_reach(case, given, cast):
    answer_back(given, "apology", "I rang and said sorry.", "yes", by=cast.dana, at=cast.at)
    event = Event.objects.get(case=case, verb="answered_back")
    assert event.facts == {"allocation": given.pk, "did": "apology", "content": "yes"}
    assert event.payload.body == {"words": "I rang and said sorry."}
    assert stage(case) == "allocated" and not sees(cast.dana, case, cast) and broken_at(case) is None


def test_giving_back_makes_it_ours_again_and_ends_the_reach(case, given, cast):
    give_back(case, "She wants it looked into.", by=cast.dana, at=cast.at)
    assert stage(case) == "in_recovery" and not sees(cast.dana, case, cast)
    allocate(case, cast.chris.team, "Could you?", by=cast.jo, at=cast.at)
    assert sees(cast.chris, case, cast) and not sees(cast.dana, case, cast)


def test_a_handler_may_take_it_back_after_an_answer(case, given, cast):
    answer_back(given, "other", "No reply to three calls.", "not_known", by=cast.dana, at=cast.at)
    give_back(case, "We will try in writing.", by=cast.sam, at=cast.at)
    assert stage(case) == "in_recovery" and log(case)[-1] == "given_back"


@pytest.mark.parametrize("action", [
    lambda given, by, at: accept(given, by=by, at=at),
    lambda given, by, at: answer_back(given, "apology", "Sorry", "yes", by=by, at=at),
    lambda given, by, at: give_back(given.case, "No", by=by, at=at),
], ids=["accept", "answer", "give back"])  # fmt: skip
def test_a_supervisor_it_was_not_given_to_can_do_nothing(action, case, given, cast):
    with pytest.raises(NotTheirs):
        action(given, cast.chris, cast.at)
    assert log(case) == ["allocated"]


def test_an_answer_too_late_or_empty_is_refused_and_changes_nothing(case, given, cast):
    with pytest.raises(SayMore):
        answer_back(given, "apology", "  ", "yes", by=cast.dana, at=cast.at)
    give_back(case, "No", by=cast.dana, at=cast.at)
    with pytest.raises(NotTheirs):
        answer_back(given, "apology", "Sorry", "yes", by=cast.dana, at=cast.at)
    assert log(case) == ["allocated", "given_back"]


def test_only_a_team_that_can_put_it_right_is_asked(case, cast):
    with pytest.raises(NotThatTeam):
        allocate(case, cast.pat.team, "Please", by=cast.sam, at=cast.at)


def test_a_walled_person_or_one_of_another_team_is_never_chosen_and_the_words_are_the_same(case, cast):
    wall_off(case, cast.dana, "is his sister", by=cast.jo, at=cast.at)
    said = []
    for team, to in ((cast.dana.team, cast.dana), (cast.dana.team, cast.chris)):
        with pytest.raises(NotThem) as refusal:
            allocate(case, team, "Please", by=cast.sam, at=cast.at, to=to)
        said.append(str(refusal.value))
    assert said[0] == said[1] and not Allocation.objects.exists()


def test_it_is_allocated_only_while_being_put_right(cast):
    with pytest.raises(WrongStage):
        allocate(make.case(cast.ffion), cast.dana.team, "Please", by=cast.sam, at=cast.at)


@pytest.mark.parametrize("who", ["dana", "pat", "robin", "toni"])
def test_only_handlers_and_supervisors_allocate(who, case, cast):
    with pytest.raises(NotAllowed):
        allocate(case, cast.dana.team, "Please", by=getattr(cast, who), at=cast.at)


def test_reach_ends_by_itself_when_a_handler_settles_it_meanwhile(case, given, cast):
    assert list(owed.owed(cast.at, limit=9)) == []
    move(locked(case), "put_right", at=cast.at)
    keys = [key for key, _ in owed.owed(cast.at, limit=9)]
    assert keys == [f"allocation:{given.pk}:end"]
    for _ in range(3):
        owed.fulfil(keys[0], at=cast.at)
    assert not sees(cast.dana, case, cast) and list(owed.owed(cast.at, limit=9)) == []
