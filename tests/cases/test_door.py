"""Who may open which case. A wall beats every role; reach never comes from a role alone."""

from datetime import timedelta

import pytest

from putright.cases.actions import name_officer, take, wall_off
from putright.cases.models import SEALED, Case
from putright.cases.queries import NoSuchCase, one_open_to, open_to
from putright.cases.refusals import NotThem
from tests.make import cases, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast):
    return cases.case(cast.ffion)


def sees(handler, case, cast, later=timedelta(0)):
    return open_to(handler, at=cast.at + later).filter(pk=case.pk).exists()


def test_the_front_team_sees_its_queue_and_nobody_else_does(case, cast):
    assert {name for name in ("sam", "jo", "chris", "dana", "pat", "robin", "toni") if sees(getattr(cast, name), case, cast)} == {
        "sam",
        "jo",
    }


def test_a_grant_opens_it_until_it_ends(case, cast):
    given = cases.grant(case, to=cast.dana)
    assert sees(cast.dana, case, cast)
    given.until = cast.at + timedelta(hours=1)
    given.save()
    assert not sees(cast.dana, case, cast, later=timedelta(hours=2))


def test_a_grant_never_gives_reach_to_somebody_whose_role_reads_no_case(case, cast):
    cases.grant(case, to=cast.robin)
    assert not sees(cast.robin, case, cast)


def test_a_wall_beats_team_assignment_and_grant(case, cast):
    take(case, by=cast.sam, at=cast.at)
    cases.grant(case, to=cast.sam)
    wall_off(case, cast.sam, "is married to the officer", by=cast.jo, at=cast.at)
    with pytest.raises(NoSuchCase):
        one_open_to(cast.sam, case.reference, at=cast.at)
    assert Case.objects.get(pk=case.pk).assigned_to is None


def test_naming_an_officer_walls_off_the_colleague_with_that_number(case, cast):
    cases.grant(case, to=cast.dana)
    name_officer(case, people.officer(collar_number="2417"), by=cast.sam, at=cast.at)
    assert not sees(cast.dana, case, cast)


def test_naming_an_officer_walls_off_the_colleague_of_that_name_however_typed(case, cast):
    name_officer(case, people.officer(name="SÁM  Adeyemi"), by=cast.jo, at=cast.at)
    assert not sees(cast.sam, case, cast)


def test_a_walled_person_cannot_be_chosen_and_the_refusal_does_not_say_why(case, cast):
    wall_off(case, cast.sam, "is married to the officer", by=cast.jo, at=cast.at)
    with pytest.raises(NotThem) as refusal:
        take(case, by=cast.jo, at=cast.at, to=cast.sam)
    assert "officer" not in str(refusal.value)


def test_a_sealed_case_is_for_named_people_only(cast):
    case = cases.case(cast.ffion, restriction=SEALED)
    assert not sees(cast.jo, case, cast)
    cases.grant(case, to=cast.jo)
    assert sees(cast.jo, case, cast) and not sees(cast.sam, case, cast)
