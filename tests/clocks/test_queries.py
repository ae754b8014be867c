"""Clocks of cases in the database: how many questions are asked, and what is kept to find them again."""

from datetime import timedelta

import pytest

from putright.cases.actions import note, spoke, take
from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.clocks import owed
from putright.clocks.models import Hint
from putright.clocks.promises import State, latest
from putright.clocks.queries import for_case, for_cases
from putright.people.queries import office
from tests.make import cases

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def go_round(at):
    keys = [key for key, _ in owed.owed(at, limit=200)]
    for key in keys:
        owed.fulfil(key, at=at)
    return keys


def hint(case):
    return Hint.objects.filter(case=case).values_list("promise", "next_due_at").first()


def test_one_case_takes_one_query_when_the_office_is_known(cast, django_assert_num_queries):
    case, pack = cases.case(cast.ffion), office()
    with django_assert_num_queries(1):
        found = for_case(case, cast.at, office=pack)
    assert [c.promise for c in found] == ["first-contact", "refer", "update"]


def test_fifty_cases_take_no_more_queries_than_one(cast, django_assert_num_queries):
    many = [cases.case(cast.ffion) for _ in range(50)]
    with django_assert_num_queries(2):
        found = for_cases(many, cast.at)
    assert all(len(found[case.pk]) == 3 for case in many)


def test_a_change_is_owed_a_hint_once_and_its_key_never_comes_back(cast):
    case = cases.case(cast.ffion)
    assert go_round(cast.at) == [f"clocks:{case.pk}:1"]
    assert go_round(cast.at) == []
    note(case, "rang, no answer", by=cast.sam, at=cast.at + HOUR)
    assert go_round(cast.at + HOUR) == [f"clocks:{case.pk}:2"]


def test_the_hint_is_what_falls_due_first_and_doing_it_three_times_has_one_effect(cast):
    case = cases.case(cast.ffion)
    for _ in range(3):
        owed.fulfil(f"clocks:{case.pk}:1", at=cast.at)
    first = for_case(case, cast.at)[0]
    assert hint(case) == ("first-contact", first.due_at)
    assert Hint.objects.count() == 1


def test_a_late_hint_never_changes_what_is_shown(cast):
    case = cases.case(cast.ffion)
    go_round(cast.at)
    spoke(case, "heard what she wants", by=cast.sam, at=cast.at + HOUR)
    assert hint(case)[0] == "first-contact"
    shown = {c.promise: c.state for c in latest(for_case(case, cast.at + HOUR))}
    assert shown["first-contact"] is State.KEPT
    go_round(cast.at + HOUR)
    assert hint(case)[0] == "refer"
    assert {c.promise: c.state for c in latest(for_case(case, cast.at + HOUR))} == shown


def test_an_old_key_done_late_leaves_the_newest_hint(cast):
    case = cases.case(cast.ffion)
    spoke(case, "heard what she wants", by=cast.sam, at=cast.at)
    owed.fulfil(f"clocks:{case.pk}:2", at=cast.at)
    owed.fulfil(f"clocks:{case.pk}:1", at=cast.at)
    assert Hint.objects.get(case=case).version == 2 and hint(case)[0] == "refer"


def test_a_finished_case_is_hinted_empty_and_then_left_alone(cast):
    case = cases.case(cast.ffion)
    go_round(cast.at)
    write(case, Line("settled", cast.at, cast.sam))
    Case.objects.filter(pk=case.pk).update(finished_at=cast.at, stage="settled")
    assert len(go_round(cast.at)) == 1 and hint(case) == ("", None)
    assert go_round(cast.at) == []


def test_imported_history_that_was_finished_is_never_looked_at(cast):
    case = cases.case(cast.ffion)
    Case.objects.filter(pk=case.pk).update(finished_at=cast.at, stage="closed", imported=True)
    assert go_round(cast.at) == []


def test_owed_work_is_oldest_first_and_says_since_when(cast):
    newer, older = cases.case(cast.ffion, at=cast.at), cases.case(cast.amir, at=cast.at - 2 * HOUR)
    take(newer, by=cast.sam, at=cast.at + HOUR)
    assert list(owed.owed(cast.at + HOUR, limit=5)) == [
        (f"clocks:{older.pk}:1", cast.at - 2 * HOUR),
        (f"clocks:{newer.pk}:2", cast.at + HOUR),
    ]
