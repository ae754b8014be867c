"""Contacts that may be about one thing: the same matter told again, or one incident seen by several; and linking their cases."""

from datetime import date, timedelta

import pytest

from putright.alike import suggested as alike
from putright.alike.actions import link, unlink
from putright.alike.queries import links, of_case, shown
from putright.alike.refusals import LinkedAlready, NotLinked, WithItself
from putright.alike.rules import Told, significant
from putright.alike.rules import alike as compared
from putright.cases.actions import name_officer, wall_off
from putright.cases.log import broken_at
from putright.cases.models import Case
from putright.cases.queries import events, open_to
from putright.people.gates import NotAllowed
from tests.make import people
from tests.make.contacts import contact

DAY = date(2026, 3, 20)
BURGLARY = "Nobody rang me back about the burglary at my garage last month."


def rules(one, other):
    return [(held.rule.id, held.words) for held in compared(one, other)]


def told(cast_at=people.AT, **details):
    return Told(cast_at, **details)


def test_one_person_in_similar_words_within_two_weeks():
    one = told(words=BURGLARY, person=1)
    again = told(people.AT + timedelta(days=13), words="The burglary at my garage: still nobody rang about it.", person=1)
    assert rules(one, again) == [("told-again", ("burglary", "garage", "nobody", "rang"))]
    assert rules(one, told(people.AT + timedelta(days=15), words=BURGLARY, person=1)) == []
    assert rules(one, told(words=BURGLARY, person=2)) == [] == rules(told(words=BURGLARY), told(words=BURGLARY))
    assert rules(one, told(words="A car was towed away from Mill Lane.", person=1)) == []


NEXT = DAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("ours", "theirs", "days", "held"),
    [
        ({"reference": "41/123456/26"}, {"reference": "41 123456 26"}, (None, None), "same-reference"),
        ({"place": "Hertford Market Street"}, {"place": "near Market Hall, Hertford"}, (DAY, DAY), "same-day-place"),
        ({"about": "PC 2417"}, {"about": "officer 2417"}, (DAY, DAY), "same-day-officer"),
        ({"about": "PC Pugh"}, {"officers": frozenset({"Gwyn Pugh"})}, (DAY, DAY), "same-day-officer"),
        ({"place": "High Street"}, {"place": "Mill Street"}, (DAY, DAY), None),
        ({"place": "Ware"}, {"place": "Ware"}, (DAY, NEXT), None),
        ({"about": "PC 2417"}, {"about": "officer 2417"}, (None, None), None),
        ({"reference": "12"}, {"reference": "12"}, (DAY, DAY), None),
        ({"reference": ""}, {"reference": ""}, (DAY, DAY), None),
    ],
)
def test_several_people_one_incident(ours, theirs, days, held):
    one, other = told(happened_on=days[0], **ours), told(happened_on=days[1], **theirs)
    for pair in ((one, other), (other, one)):
        assert [rule for rule, _ in rules(*pair)] == ([held] if held else [])


def test_a_month_apart_nothing_is_alike():
    far = told(people.AT + timedelta(days=31), reference="41/123456/26")
    assert rules(told(reference="41/123456/26"), far) == []


def test_words_are_folded_and_those_said_everywhere_are_left_out():
    assert significant("The police at Llŷn station, PC 7!") == {"llyn", "7"}


@pytest.fixture
def market(cast):
    """Two people at one market on one day, and a third case of the first person, told again."""
    first = contact(cast.ffion, words=BURGLARY, happened_on=DAY, place="Hertford market").case
    other = contact(cast.amir, words="I saw them push an old man.", happened_on=DAY, place="The market, Hertford").case
    again = contact(cast.ffion, words=BURGLARY, at=cast.at + timedelta(days=3)).case
    contact(people.person("Someone Else"), words=BURGLARY)
    return first, other, again


def suggested(cast, case, who=None, besides=()):
    cases = open_to(who or cast.sam, at=cast.at)
    return [(one.case, one.kind) for one in alike.suggested(cases, case, [case.complainant_id], besides)]


@pytest.mark.django_db
def test_both_kinds_are_suggested_with_their_rules_in_three_queries(cast, market, django_assert_max_num_queries):
    first, other, again = market
    cases = open_to(cast.sam, at=cast.at)
    with django_assert_max_num_queries(3):
        found = alike.suggested(cases, first, [cast.ffion.pk])
    assert {(one.case, one.kind) for one in found} == {(other, "incident"), (again, "matter")}
    assert next(one for one in found if one.case == other).held[0].words == ("hertford", "market")
    assert suggested(cast, first, besides=[other.pk, again.pk]) == []


@pytest.mark.django_db
def test_an_officer_named_on_both_cases_counts_with_the_day(cast):
    one = contact(cast.ffion, happened_on=DAY).case
    other = contact(cast.amir, words="He swore.", happened_on=DAY).case
    assert suggested(cast, one) == []
    for case, number in ((one, "9077"), (other, "PC 9077")):
        name_officer(case, people.officer(collar_number=number), by=cast.sam, at=cast.at)
    assert suggested(cast, one) == [(other, "incident")]


@pytest.mark.django_db
def test_a_walled_case_is_never_suggested_and_never_listed(cast, market):
    first, other, again = market
    link(first, other, "incident", "The same market.", by=cast.sam, at=cast.at)
    wall_off(other, cast.jo, "is family", by=cast.sam, at=cast.at)
    assert suggested(cast, first, cast.jo) == [(again, "matter")]
    assert shown(open_to(cast.jo, at=cast.at), of_case(first)) == []
    assert [one.case for one in shown(open_to(cast.sam, at=cast.at), of_case(first))] == [other]


@pytest.mark.django_db
def test_a_link_is_an_event_on_both_cases_and_can_be_taken_back(cast, market):
    first, other, _ = market
    link(first, other, "incident", "The same market.", by=cast.sam, at=cast.at)
    for case, partner in ((first, other), (other, first)):
        last = list(events(case))[-1]
        assert (last.verb, last.facts, last.by) == ("linked", {"other": partner.pk, "kind": "incident"}, cast.sam)
        assert links(events(case)) == {partner.pk: "incident"} and broken_at(case) is None
        assert partner.reference not in str(last.facts) + str(last.payload.body)
    with pytest.raises(LinkedAlready):
        link(other, first, "incident", "", by=cast.jo, at=cast.at)
    link(other, first, "matter", "", by=cast.jo, at=cast.at)  # they were wrong about how
    assert of_case(first) == {other.pk: "matter"}
    unlink(first, other, "", by=cast.sam, at=cast.at)
    assert of_case(first) == {} == of_case(other)
    with pytest.raises(NotLinked):
        unlink(first, other, "", by=cast.sam, at=cast.at)


@pytest.mark.django_db
def test_what_a_link_refuses_and_leaves_alone(cast, market):
    first, other, _ = market
    stages = list(Case.objects.order_by("pk").values_list("stage", "restriction", "assigned_to"))
    with pytest.raises(WithItself):
        link(first, first, "incident", "", by=cast.sam, at=cast.at)
    with pytest.raises(ValueError):
        link(first, other, "friends", "", by=cast.sam, at=cast.at)
    for who in (cast.pat, cast.dana, cast.robin, cast.toni):
        with pytest.raises(NotAllowed):
            link(first, other, "incident", "", by=who, at=cast.at)
    link(first, other, "incident", "", by=cast.sam, at=cast.at)
    assert list(Case.objects.order_by("pk").values_list("stage", "restriction", "assigned_to")) == stages
