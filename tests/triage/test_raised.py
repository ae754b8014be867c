"""What is dangerous is raised at once from triage, stands red on its page, and one button answers it there."""

import pytest
from django.urls import reverse

from gateways import clock
from putright.cases.danger import unanswered
from putright.cases.models import Event
from putright.cases.queries import events
from putright.people.models import Person
from putright.triage import rules
from putright.triage.actions import answer
from tests.make.contacts import contact

from .sheets import SAFE

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast):
    return contact(cast.ffion, kind="complaint").case


def raised(case, at):
    return [one.kind for one in unanswered(events(case), at=at)]


@pytest.mark.parametrize(("fact", "kind"), rules.RAISES.items())
def test_a_yes_raises_it_at_once_and_the_person_is_at_risk(case, cast, fact, kind):
    answer(case, SAFE | {fact: "yes"}, by=cast.sam, at=cast.at)
    assert raised(case, cast.at) == [kind] and Person.objects.get(pk=cast.ffion.pk).at_risk
    answer(case, {fact: "yes"}, by=cast.sam, at=cast.at)
    assert raised(case, cast.at) == [kind]  # said again, it is not raised twice


@pytest.mark.parametrize("said", ["no", "not_known"])
def test_a_no_or_not_known_raises_nothing_and_takes_nothing_back(case, cast, said):
    answer(case, dict.fromkeys(rules.SAFETY, said), by=cast.sam, at=cast.at)
    assert raised(case, cast.at) == []
    answer(case, {rules.DANGER: "yes"}, by=cast.sam, at=cast.at)
    answer(case, {rules.DANGER: said}, by=cast.sam, at=cast.at)
    assert raised(case, cast.at) == ["immediate_danger"]


WORDS = {"en": ("Danger: nobody has answered yet", "I am dealing with this"), "cy": ("Perygl: nid oes neb wedi ateb eto", "")}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_it_stands_red_at_the_top_of_triage_with_the_one_button_that_answers_it_there(case, cast, client, language):
    client.force_login(cast.sam.user)
    address = reverse("triage:ask", args=[case.reference]).replace("/en/", f"/{language}/")
    with clock.fixed(cast.at):
        client.post(address, {"asked": "danger_now,serious_assault", "danger_now": "yes", "serious_assault": "yes"})
        shown = client.get(address).content.decode()
        heading, _button = WORDS[language]
        assert heading in shown and shown.index(heading) < shown.index('id="refer-heading"') < shown.index('id="questions"')
        assert shown.count("/danger/answer\"") == 1
        answered = client.post(
            reverse("cases:acknowledge", args=[case.reference]).replace("/en/", f"/{language}/"), {"back": "triage:ask"}
        )
        assert answered.url == address and heading not in client.get(address).content.decode()
    assert [row.verb for row in Event.objects.filter(case=case).order_by("seq")] == [
        "received", "asked", "must_refer", "raised", "acknowledged"
    ]  # fmt: skip
