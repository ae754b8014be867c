"""An officer at the roadside writes down in half a minute what they put right, by a link of their own, from a phone."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from gateways import clock
from putright.contacts.channels.officer import links
from putright.contacts.models import Contact, PersonalLink
from putright.contacts.refusals import NotYourTeam, TooLong
from putright.people.gates import NotAllowed
from putright.people.queries import team
from tests.make import people as make_people

pytestmark = pytest.mark.django_db
SAID = {"key": "a", "words": "He was stopped twice in a day and nobody told him why.", "did": "both", "content": "yes",
        "complaint": "no"}  # fmt: skip
LAST = date(2026, 6, 30)


@pytest.fixture(autouse=True)
def frozen(cast):
    with clock.fixed(cast.at):
        yield


@pytest.fixture
def secret(cast) -> str:
    return links.give("Rhys Morgan", "4410", cast.dana.team, LAST, by=cast.dana, at=cast.at)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_put_right_at_the_roadside_and_looked_over_by_the_team(cast, client, secret, language):
    page = client.post(f"/{language}/there-and-then/{secret}/", SAID)
    contact = Contact.objects.select_related("case").get()
    assert page.status_code == 200 and contact.case.reference in page.content.decode()
    assert (contact.case.stage, contact.channel, contact.to_look_over) == ("settled", "officer", True)
    assert contact.answer and contact.told_by.name == "Rhys Morgan"
    team_client = Client()
    team_client.force_login(cast.sam.user)
    queue = team_client.get(f"/{language}/staff/there-and-then/look-over").content.decode()
    assert contact.case.reference in queue and "Rhys Morgan" in queue
    shown = team_client.get(f"/{language}/staff/cases/{contact.case.reference}/").content.decode()
    assert {"en": "An officer, by personal link", "cy": "Swyddog, drwy ddolen bersonol"}[language] in shown


@pytest.mark.parametrize("instead", [{"content": "no"}, {"complaint": "yes"}, {"complaint": "not_known"}, {"did": "to_team"}])
def test_what_is_not_surely_put_right_goes_to_the_team(client, secret, instead):
    client.post(f"/en/there-and-then/{secret}/", SAID | instead)
    contact = Contact.objects.select_related("case").get()
    assert contact.case.stage == "received" and not contact.to_look_over


def test_pressed_twice_is_written_once(client, secret):
    for _ in range(2):
        client.post(f"/en/there-and-then/{secret}/", SAID)
    assert Contact.objects.count() == 1


def test_the_form_has_five_things_to_answer_and_shows_nothing_of_any_case(client, secret):
    client.post(f"/en/there-and-then/{secret}/", SAID)
    page = client.get(f"/en/there-and-then/{secret}/").content.decode()
    assert SAID["words"] not in page and not re.search(r"PR-\w{5}-\w{5}", page)


def test_a_slip_keeps_every_word(client, secret):
    page = client.post(f"/en/there-and-then/{secret}/", SAID | {"did": ""})
    assert page.status_code == 422 and SAID["words"] in page.content.decode()


def test_an_ended_an_old_and_a_made_up_link_answer_alike(cast, client, secret):
    links.end(PersonalLink.objects.get(), by=cast.dana, at=cast.at)
    ended = client.get(f"/en/there-and-then/{secret}/")
    made_up = client.get("/en/there-and-then/nothing/")
    assert ended.status_code == made_up.status_code == 404
    newer = links.give("Rhys Morgan", "4410", cast.dana.team, LAST, by=cast.dana, at=cast.at)
    assert links.open_link(newer, at=cast.at + timedelta(days=95)) and not links.open_link(newer, at=cast.at + timedelta(days=96))


def test_a_local_supervisor_gives_links_in_their_own_team_only(cast):
    with pytest.raises(NotYourTeam):
        links.give("Rhys Morgan", "", cast.chris.team, LAST, by=cast.dana, at=cast.at)
    assert links.give("Rhys Morgan", "", cast.chris.team, LAST, by=cast.jo, at=cast.at)


@pytest.mark.parametrize("until", [date(2026, 3, 26), date(2027, 12, 1)])
def test_a_link_has_an_end_within_a_year(cast, until):
    with pytest.raises(TooLong):
        links.give("Rhys Morgan", "", cast.dana.team, until, by=cast.dana, at=cast.at)


def test_nobody_else_gives_links(cast):
    for who in (cast.sam, cast.pat, cast.robin, cast.toni):
        with pytest.raises(NotAllowed):
            links.give("Rhys Morgan", "", cast.dana.team, LAST, by=who, at=cast.at)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_link_is_shown_once_with_its_picture(cast, client, language):
    client.force_login(cast.dana.user)
    given = {"name": "Rhys Morgan", "team": cast.dana.team.slug, "until-day": "30", "until-month": "6", "until-year": "2026"}
    page = client.post(f"/{language}/staff/there-and-then/links/", given).content.decode()
    address = re.search(r"http://testserver(/\w\w/there-and-then/[^/]+/)", page)[1]
    assert "<svg" in page and Client().get(address).status_code == 200
    listed = client.get(f"/{language}/staff/there-and-then/links/").content.decode()
    assert "Rhys Morgan" in listed and address not in listed


def test_the_list_costs_the_same_for_many_links_as_for_few(cast, client, django_assert_num_queries):
    client.force_login(cast.jo.user)
    make_people.team("south", "local")
    for number in range(3):
        links.give(f"Rhys Morgan {number}", "", team("south"), LAST, by=cast.jo, at=cast.at)
    client.get("/en/staff/there-and-then/links/")
    with django_assert_num_queries(6):
        client.get("/en/staff/there-and-then/links/")
    for number in range(20):
        links.give(f"Sian Morgan {number}", "", team("south"), LAST, by=cast.jo, at=cast.at)
    with django_assert_num_queries(6):
        client.get("/en/staff/there-and-then/links/")
