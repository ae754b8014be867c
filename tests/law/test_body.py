"""Which body handles a complaint first, by the day it was made and the notices given under s.13A."""

from datetime import date

import pytest

from putright.law import reviews
from putright.law.body import handling, notice_facts
from putright.law.questions import weigh
from putright.law.refusals import LawRefused

FEB_2022 = date(2022, 2, 1)


@pytest.mark.parametrize(("made_on", "notices", "first", "informs", "model"), [
    (date(2020, 2, 1), [], "chief_officer", "chief_officer", 1),
    (date(2020, 2, 1), [(date(2020, 2, 1), 2)], "local_policing_body", "chief_officer", 2),  # the first day there could be one
    (date(2022, 1, 31), [(FEB_2022, 2)], "chief_officer", "chief_officer", 1),          # s.13A(4): made before the notice
    (date(2022, 2, 1), [(FEB_2022, 2)], "local_policing_body", "chief_officer", 2),      # on the day
    (date(2026, 3, 27), [(FEB_2022, 2)], "local_policing_body", "chief_officer", 2),
    (date(2026, 3, 27), [(FEB_2022, 3)], "local_policing_body", "local_policing_body", 3),
    (date(2026, 3, 27), [(date(2024, 1, 1), 3), (FEB_2022, 2)], "local_policing_body", "local_policing_body", 3),
    (date(2023, 1, 1), [(date(2024, 1, 1), 3), (FEB_2022, 2)], "local_policing_body", "chief_officer", 2),
    (date(2026, 3, 27), [(FEB_2022, 2), (date(2025, 1, 1), 1)], "chief_officer", "chief_officer", 1),  # reg 49: withdrawn
])
def test_s_13a_routes_by_the_day_the_complaint_was_made(made_on, notices, first, informs, model) -> None:
    found = handling(made_on, notices)
    assert (found.first_handling, found.keeps_informed, found.model) == (first, informs, model)
    assert found.source.startswith("PRA 2002")


def test_before_february_2020_the_process_of_2014_holds_where_there_was_a_joint_team() -> None:
    joined = date(2014, 10, 20)
    with_team = handling(date(2020, 1, 31), [(FEB_2022, 2)], joint_team_since=joined)
    assert (with_team.first_handling, with_team.keeps_informed, with_team.model) == ("joint_team", "joint_team", None)
    assert with_team.source == "Dyfed-Powys PCC decision of 20 October 2014, processes A to E"
    assert handling(date(2020, 2, 1), [], joint_team_since=joined).first_handling == "chief_officer"
    assert handling(date(2014, 10, 20), [], joint_team_since=joined).first_handling == "joint_team"
    assert handling(date(2014, 10, 19), [], joint_team_since=joined).first_handling == "chief_officer"
    before = handling(date(2016, 1, 1), [])
    assert (before.first_handling, before.model) == ("chief_officer", None)
    assert "before 1 February 2020" in before.source


def test_the_notices_become_the_facts_of_the_question() -> None:
    rest = {"local_policing_body_is_authority": "no"}
    for notices, conclusion in (([], "chief_officer"), ([(FEB_2022, 2)], "local_policing_body"),
                                ([(FEB_2022, 3)], "local_policing_body")):
        facts = {**rest, **notice_facts(date(2026, 3, 27), notices)}
        assert weigh("body", facts, on=date(2026, 3, 27)).conclusion == conclusion
    on = date(2026, 3, 27)
    told = [[str(answer) for answer in notice_facts(on, notices).values()] for notices in ([], [(FEB_2022, 2)], [(FEB_2022, 3)])]
    assert told == [["no", "no"], ["yes", "no"], ["yes", "yes"]]


def test_s_13a_4_no_notice_covers_a_complaint_made_before_there_could_be_one() -> None:
    assert {str(answer) for answer in notice_facts(date(2019, 5, 1), [(FEB_2022, 3)]).values()} == {"no"}


@pytest.mark.parametrize(("notices", "says"), [
    ([(FEB_2022, 4)], "model 1, 2 or 3"), ([(FEB_2022, 0)], "model 1, 2 or 3"),
    ([(date(2020, 1, 31), 2)], "before 1 February 2020"), ([(FEB_2022, 2), (FEB_2022, 3)], "same day"),
])
def test_notices_that_cannot_be_are_refused(notices, says) -> None:
    with pytest.raises(LawRefused, match=says) as refused:
        handling(date(2026, 3, 27), notices)
    assert refused.value.cy


@pytest.mark.parametrize(("given", "lost", "last"), [
    (date(2026, 3, 27), 0, date(2026, 4, 24)), (date(2026, 12, 10), 0, date(2027, 1, 7)),
    (date(2024, 2, 1), 0, date(2024, 2, 29)), (date(2026, 3, 27), 3, date(2026, 4, 27)),
])
def test_reg_29_2_a_review_may_be_asked_for_within_28_days_starting_the_day_after(given, lost, last) -> None:
    assert reviews.last_day_to_ask(given, days_with_wrong_body=lost) == last
    assert (reviews.last_day_to_ask(given) == last) == (lost == 0)
