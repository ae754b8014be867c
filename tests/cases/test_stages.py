"""The stage table: every stage x every verb, and what the law says about where a case may never go."""

import pytest

from putright.cases import drawing, stages
from putright.cases.actions import move
from putright.cases.models import Case
from putright.cases.refusals import WrongStage
from tests.make import cases

OUTSIDE = {stages.IN_RECOVERY, stages.ALLOCATED, stages.SETTLED, stages.NOT_COMPLAINT, stages.RECEIVED}


def reachable(start: str) -> set[str]:
    found, waiting = set(), [start]
    while waiting:
        here = waiting.pop()
        for verb, (before, after) in stages.MOVES.items():
            if here in before and after not in found:
                found.add(after)
                waiting.append(after)
                assert stages.may(here, verb)
    return found


@pytest.mark.django_db
def test_every_move_of_the_table_is_made_and_no_other(cast):
    case, tried = cases.case(cast.ffion), 0
    for stage in stages.STAGES:
        for verb, (before, after) in stages.MOVES.items():
            case.stage, tried = stage, tried + 1
            if stage in before:
                move(case, verb, at=cast.at)
                assert Case.objects.get(pk=case.pk).stage == after
            else:
                with pytest.raises(WrongStage):
                    move(case, verb, at=cast.at)
                assert case.stage == stage
    assert tried == len(stages.STAGES) * len(stages.MOVES) == 99


@pytest.mark.django_db
def test_finishing_is_dated_and_a_case_that_goes_on_is_not_finished(cast):
    case = cases.case(cast.ffion)
    move(case, "settle", at=cast.at)
    assert case.finished_at == cast.at
    move(case, "look_again", at=cast.at)
    assert case.finished_at is None


@pytest.mark.django_db
def test_the_day_of_recording_is_kept_when_the_case_moves_on(cast):
    case = cases.case(cast.ffion)
    move(case, "decide_recorded", at=cast.at)
    move(case, "hand_over", at=cast.at)
    assert Case.objects.get(pk=case.pk).recorded_at == cast.at


def test_a_recorded_case_never_goes_back_outside_schedule_3():
    assert not reachable(stages.RECORDED) & OUTSIDE


def test_i_want_it_recorded_is_open_at_every_stage_before_it_is():
    closed_to_it = {stage for stage in stages.STAGES if not stages.may(stage, "decide_recorded")}
    assert closed_to_it == {stages.RECORDED, stages.HANDED_OVER}


def test_every_stage_is_reached_from_the_first_and_none_is_a_trap():
    assert reachable(stages.RECEIVED) | {stages.RECEIVED} == set(stages.STAGES)
    for stage in stages.STAGES:
        assert reachable(stage) & stages.FINISHED, f"nothing finishes a case that is {stage}"


def test_every_stage_and_every_move_has_words_in_both_languages():
    assert set(stages.NAMES) == set(stages.STAGES) and set(drawing.DOES) == set(stages.MOVES)
    for english, welsh in [*stages.NAMES.values(), *drawing.DOES.values()]:
        assert english and welsh and english != welsh


def test_the_printed_page_is_the_table_as_it_is():
    assert drawing.PAGE.read_text(encoding="utf-8") == drawing.page(), "Run: python -m putright.cases.drawing"
