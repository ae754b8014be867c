"""Danger raised at once, red until a named person answers, the supervisors' own after a quarter of an hour."""

from datetime import timedelta

import pytest
from django.urls import reverse

from gateways import clock
from putright.cases import danger
from putright.cases.actions import acknowledge, raise_danger, wall_off
from putright.cases.log import broken_at
from putright.cases.models import Access, Case
from putright.cases.queries import events
from putright.cases.refusals import NothingRaised
from putright.people.gates import NotAllowed
from putright.people.models import Person
from tests.make.contacts import contact

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast):
    return contact(cast.ffion, kind="complaint").case


def get(client, who, at, name, *args, language="en"):
    client.force_login(who.user)
    with clock.fixed(at):
        return client.get(reverse(name, args=args).replace("/en/", f"/{language}/")).content.decode()


@pytest.mark.parametrize("kind", danger.KINDS)
def test_each_kind_marks_the_person_and_waits_for_an_answer(case, cast, kind):
    raise_danger(case, kind, "He is outside her door.", by=cast.sam, at=cast.at)
    waiting = danger.unanswered(events(case), at=cast.at)
    assert [(one.kind, one.by, one.words, one.escalated) for one in waiting] == [
        (kind, "Sam Adeyemi", "He is outside her door.", False)
    ]
    assert Person.objects.get(pk=case.complainant_id).at_risk and broken_at(case) is None


def test_a_kind_we_do_not_know_is_refused_and_who_reads_no_case_raises_nothing(case, cast):
    with pytest.raises(ValueError):
        raise_danger(case, "bad weather", "", by=cast.sam, at=cast.at)
    for who in (cast.robin, cast.toni):
        with pytest.raises(NotAllowed):
            raise_danger(case, "risk_to_life", "", by=who, at=cast.at)


def test_answered_by_a_named_person_once_and_raised_anew_after(case, cast):
    with pytest.raises(NothingRaised):
        acknowledge(case, by=cast.sam, at=cast.at)
    raise_danger(case, "risk_to_life", "", by=cast.sam, at=cast.at)
    acknowledge(case, by=cast.jo, at=cast.at)
    assert danger.unanswered(events(case), at=cast.at) == []
    with pytest.raises(NothingRaised):
        acknowledge(case, by=cast.sam, at=cast.at)
    raise_danger(case, "vulnerability", "", by=cast.sam, at=cast.at)
    assert [one.kind for one in danger.waiting(Case.objects.all(), at=cast.at)] == ["vulnerability"]


def test_after_fifteen_minutes_and_not_a_second_before_it_is_the_supervisors(case, cast):
    raise_danger(case, "immediate_danger", "", by=cast.sam, at=cast.at)
    late = cast.at + timedelta(minutes=15)
    assert not danger.waiting(Case.objects.all(), at=late - timedelta(seconds=1))[0].escalated
    assert danger.waiting(Case.objects.all(), at=late)[0].escalated


@pytest.mark.parametrize("language", ["en", "cy"])
def test_it_stands_on_top_of_everybody_s_work_and_red_on_the_case(case, cast, client, language):
    at, late = cast.at, cast.at + timedelta(minutes=16)
    raise_danger(case, "immediate_danger", "", by=cast.sam, at=at)
    says, mine, theirs = {
        "en": ("Somebody is in danger now", "This is yours now", "it is with the supervisors now"),
        "cy": ("Mae rhywun mewn perygl nawr", "Chi piau hyn nawr", "mae gyda’r goruchwylwyr nawr"),
    }[language]
    for who in (cast.sam, cast.jo):
        page = get(client, who, at, "desk:work", language=language)
        assert says in page and page.index(says) < page.index("app-views") and case.reference in page
        assert says in get(client, who, at, "desk:case", case.reference, language=language)
    assert theirs in get(client, cast.sam, late, "desk:work", language=language)
    assert mine in get(client, cast.jo, late, "desk:work", language=language)
    assert says not in get(client, cast.dana, at, "desk:work", language=language)


def test_whoever_is_walled_from_the_case_sees_nothing_of_it(case, cast, client):
    raise_danger(case, "risk_to_life", "", by=cast.sam, at=cast.at)
    wall_off(case, cast.jo, "knows the officer", by=cast.sam, at=cast.at)
    assert case.reference not in get(client, cast.jo, cast.at, "desk:work")


@pytest.mark.parametrize("back", ["triage:ask", "desk:case"])
def test_one_press_from_the_triage_and_the_case_page_and_one_to_answer(case, cast, client, back):
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        assert 'value="risk_to_life"' in client.get(reverse(back, args=[case.reference])).content.decode()
        pressed = {"kind": "risk_to_life", "words": "", "back": back}
        done = client.post(reverse("cases:raise_danger", args=[case.reference]), pressed)
        assert done.url == reverse(back, args=[case.reference])
        client.post(reverse("cases:acknowledge", args=[case.reference]))
    assert [row.verb for row in events(case)] == ["received", "raised", "acknowledged"]


def test_a_way_back_that_is_not_ours_leads_to_the_case(case, cast, client):
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        given = {"kind": "risk_to_life", "words": "", "back": "https://elsewhere.example"}
        done = client.post(reverse("cases:raise_danger", args=[case.reference]), given)
    assert done.url == reverse("desk:case", args=[case.reference])


def test_the_list_leaves_one_access_row_that_names_the_case(case, cast, client):
    raise_danger(case, "risk_to_life", "", by=cast.sam, at=cast.at)
    get(client, cast.jo, cast.at, "desk:work")
    assert Access.objects.filter(page="desk:work", handler=cast.jo).count() == 1
