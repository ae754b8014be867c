"""A case given to a colleague: suggested, given by a person, accepted, declined, handed back, covered."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from putright.accounts.actions import leave
from putright.cases.actions import name_officer, take, wall_off
from putright.cases.linked import linked
from putright.cases.log import broken_at
from putright.cases.models import Case, Event
from putright.cases.queries import open_to
from putright.cases.refusals import NotThem
from putright.chasing import staff
from putright.chasing.actions.giving import accept_given, cover, decline_given, give, hand_back
from putright.chasing.actions.people import add_skill, end_absence, end_skill, note_absence
from putright.chasing.models import Given
from putright.chasing.refusals import Away, DaysWrong, HasSkill, NotGiven, NotYourself, SayWhy
from putright.codes.refusals import NotListed
from putright.people.gates import NotAllowed
from putright.people.models import Handler
from tests.make import cases, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def mo(cast):
    return people.handler("Mo Bright", "handler", cast.sam.team, managed_by=cast.jo)


@pytest.fixture
def case(cast):
    return cases.case(cast.ffion, language="cy")


def holder(case):
    return Case.objects.get(pk=case.pk).assigned_to


def offered(case, cast):
    return [one.name for one in staff.suggestions(open_to(cast.jo, at=cast.at), cast.sam.team, [case], cast.at)[case.pk]]


def verbs(case):
    return list(Event.objects.filter(case=case).order_by("seq").values_list("verb", flat=True))[1:]


def test_it_is_accepted_by_the_one_it_was_given_to_once(case, cast, mo):
    give(case, mo, by=cast.jo, at=cast.at)
    assert holder(case) == mo and Given.objects.get(case=case).accepted_at is None
    with pytest.raises(NotGiven):
        accept_given(case, by=cast.sam, at=cast.at)
    accept_given(case, by=mo, at=cast.at)
    accept_given(case, by=mo, at=cast.at)
    assert verbs(case) == ["taken", "given_to", "given_accepted"] and broken_at(case) is None


def test_declined_with_a_reason_it_is_nobodys(case, cast, mo):
    give(case, mo, by=cast.jo, at=cast.at)
    with pytest.raises(SayWhy):
        decline_given(case, " ", by=mo, at=cast.at)
    decline_given(case, "I know her sister", by=mo, at=cast.at)
    assert holder(case) is None and Given.objects.get(case=case).ended == "declined"
    event = Event.objects.get(case=case, verb="given_declined")
    assert event.payload.body == {"why": "I know her sister"} and "sister" not in str(event.facts)


def test_what_was_accepted_is_handed_back_and_not_declined(case, cast, mo):
    give(case, mo, by=cast.jo, at=cast.at)
    accept_given(case, by=mo, at=cast.at)
    with pytest.raises(NotGiven):
        decline_given(case, "No", by=mo, at=cast.at)
    with pytest.raises(NotGiven):
        hand_back(case, "Mine?", by=cast.sam, at=cast.at)
    hand_back(case, "Too much", by=mo, at=cast.at)
    assert holder(case) is None and verbs(case)[-1] == "handed_back"


def test_given_again_the_first_giving_ends(case, cast, mo):
    give(case, mo, by=cast.jo, at=cast.at)
    give(case, cast.sam, by=cast.jo, at=cast.at)
    assert list(Given.objects.order_by("pk").values_list("ended", flat=True)) == ["moved", ""]
    with pytest.raises(NotGiven):
        accept_given(case, by=mo, at=cast.at)


def test_only_who_takes_cases_of_the_team_and_is_here_may_have_it(case, cast, mo):
    for other in (cast.dana, cast.robin, cast.pat):
        with pytest.raises(NotThem):
            give(case, other, by=cast.jo, at=cast.at)
    note_absence(mo, cast.at.date(), None, None, by=cast.jo, at=cast.at)
    with pytest.raises(Away):
        give(case, mo, by=cast.jo, at=cast.at)
    with pytest.raises(NotAllowed):
        give(case, cast.sam, by=cast.dana, at=cast.at)
    assert holder(case) is None and verbs(case) == []


def test_welsh_and_other_skills_count_and_so_does_what_they_have(case, cast, mo):
    take(cases.case(cast.amir), by=cast.sam, at=cast.at)
    assert offered(case, cast) == ["Jo Marsh", "Mo Bright", "Sam Adeyemi"]
    add_skill(cast.sam, "welsh", cast.at.date(), by=cast.jo, at=cast.at)
    assert offered(case, cast)[0] == "Sam Adeyemi"
    Handler.objects.filter(pk=mo.pk).update(speaks_welsh=True)
    assert offered(case, cast)[:2] == ["Mo Bright", "Sam Adeyemi"]
    note_absence(mo, cast.at.date(), cast.at.date(), None, by=cast.jo, at=cast.at)
    assert offered(case, cast) == ["Sam Adeyemi", "Jo Marsh"]


def test_a_skill_is_listed_dated_and_had_once(cast):
    had = add_skill(cast.sam, "risk", cast.at.date(), by=cast.jo, at=cast.at)
    with pytest.raises(HasSkill):
        add_skill(cast.sam, "risk", cast.at.date(), by=cast.jo, at=cast.at)
    with pytest.raises(NotListed):
        add_skill(cast.sam, "juggling", cast.at.date(), by=cast.jo, at=cast.at)
    end_skill(had, cast.at.date(), by=cast.jo, at=cast.at)
    tomorrow = cast.at.date() + timedelta(days=1)
    assert "risk" in staff.skills_on(cast.at.date())[cast.sam.pk] and cast.sam.pk not in staff.skills_on(tomorrow)
    with pytest.raises(NotAllowed):
        add_skill(cast.sam, "risk", tomorrow, by=cast.sam, at=cast.at)


def test_an_absence_is_in_order_and_nobody_covers_for_themselves(cast, mo):
    today = cast.at.date()
    with pytest.raises(DaysWrong):
        note_absence(mo, today, today - timedelta(days=1), None, by=cast.jo, at=cast.at)
    with pytest.raises(NotYourself):
        note_absence(mo, today, None, mo, by=cast.jo, at=cast.at)
    away = note_absence(mo, today, None, cast.sam, by=cast.jo, at=cast.at)
    assert staff.cover_of(mo, today) == cast.sam
    end_absence(away, by=cast.jo, at=cast.at)
    assert staff.cover_of(mo, today) is None


def test_nobody_linked_to_the_matter_is_offered_or_can_be_chosen(case, cast, mo):
    """Mo is named; Jo manages Mo; Sam is kept out for a reason of his own."""
    name_officer(case, people.officer(name="Mo Bright"), by=cast.sam, at=cast.at)
    wall_off(case, cast.sam, "her neighbour", by=cast.jo, at=cast.at)
    assert linked(case) == {mo.pk, cast.jo.pk, cast.sam.pk}
    other = people.handler("Zed Quill", "handler", cast.sam.team)
    assert offered(case, cast) == ["Zed Quill"]
    said = set()
    for one in (mo, cast.jo, cast.sam):
        with pytest.raises(NotThem) as refused:
            give(case, one, by=other, at=cast.at)
        said.add(str(refused.value))
    assert said == {"That person cannot be chosen. Choose somebody else."}


def test_the_line_is_above_and_directly_below_but_not_beside(case, cast, mo):
    top = people.handler("Top Chief", "supervisor", cast.sam.team)
    beside = people.handler("Bee Side", "handler", cast.sam.team, managed_by=cast.jo)
    below = people.handler("Lo Below", "handler", cast.sam.team, managed_by=mo)
    Handler.objects.filter(pk=cast.jo.pk).update(managed_by=top)
    name_officer(case, people.officer(name="Mo Bright"), by=cast.sam, at=cast.at)
    assert linked(case) == {mo.pk, cast.jo.pk, top.pk, below.pk} and beside.pk not in linked(case)


def test_whoever_answers_to_an_office_holder_complained_of_is_linked(case, cast):
    Handler.objects.filter(pk=cast.dana.pk).update(employer="chief_constable")
    name_officer(case, people.officer(office_holder="chief_officer"), by=cast.sam, at=cast.at)
    assert linked(case) == {cast.dana.pk}


def test_an_absent_colleagues_cases_go_to_the_cover_but_for_what_the_cover_may_not_have(cast, mo):
    mine = [cases.case(cast.ffion) for _ in range(3)]
    for one in mine:
        take(one, by=mo, at=cast.at)
    wall_off(mine[1], cast.sam, "knows them", by=cast.jo, at=cast.at)
    note_absence(mo, cast.at.date(), None, cast.sam, by=cast.jo, at=cast.at)
    reach = open_to(cast.jo, at=cast.at)
    (held,) = staff.holding(reach, cast.at)
    assert (held.handler, held.number, held.cover) == (mo, 3, cast.sam)
    assert cover(staff.left_behind(reach, mo), cast.sam, by=cast.jo, at=cast.at) == 2
    assert [holder(one) for one in mine] == [cast.sam, mo, cast.sam]
    with pytest.raises(NotAllowed):
        cover([], cast.sam, by=mo, at=cast.at)


def test_a_leavers_cases_are_found_again_until_somebody_has_them(cast, mo):
    case = cases.case(cast.ffion)
    take(case, by=mo, at=cast.at)
    leave(mo, by=cast.toni, at=cast.at)
    mo.refresh_from_db()
    reach = open_to(cast.jo, at=cast.at)
    assert holder(case) is None and staff.leavers(reach, cast.sam.team) == [mo]
    assert cover(staff.left_behind(reach, mo), cast.sam, by=cast.jo, at=cast.at) == 1
    assert holder(case) == cast.sam and staff.leavers(open_to(cast.jo, at=cast.at), cast.sam.team) == []


def test_suggestions_cost_the_same_however_many_cases(cast, mo):
    def asked(number):
        shown = [cases.case(cast.ffion) for _ in range(number)]
        name_officer(shown[0], people.officer(name="Mo Bright"), by=cast.sam, at=cast.at)
        with CaptureQueriesContext(connection) as seen:
            staff.suggestions(open_to(cast.jo, at=cast.at), cast.sam.team, shown, cast.at)
        return len(seen)

    assert asked(1) == asked(12) == 9


def test_work_in_hand_counts_only_what_whoever_asks_may_open(case, cast, mo):
    """Or the figure would tell Jo that Mo has a case that is kept from her."""
    kept = cases.case(cast.amir)
    take(kept, by=mo, at=cast.at)
    take(cases.case(cast.amir), by=mo, at=cast.at)

    def load():
        found = staff.suggestions(open_to(cast.jo, at=cast.at), cast.sam.team, [case], cast.at)[case.pk]
        return next(one.load for one in found if one.pk == mo.pk)

    assert load() == 4
    wall_off(kept, cast.jo, "her neighbour", by=cast.sam, at=cast.at)
    assert load() == 2
