"""Writing down which language somebody wants, and their household; and the leaflets."""

import pytest

from gateways import clock
from putright.cases.models import Event
from putright.interested.tongue import of
from putright.mailings import actions
from putright.mailings.refusals import NobodyKnown
from putright.people.actions import note_person
from putright.people.gates import NotAllowed
from putright.people.households import household
from putright.people.models import Household

from ..letters import cases

HOME = {"address": "4 Heol y Bont", "postcode": "LL57 1AA"}


@pytest.fixture
def kit(cast):
    return note_person({"name": "Kit", "email": "k@y.example", **HOME}, at=cast.at)


def test_both_are_written_down_with_one_event_and_letters_follow(cast, kit):
    case = cases.told(kit, at=cast.at)
    actions.choose_language(case, "", "cy", by=cast.sam, at=cast.at)
    event = Event.objects.get(case=case, verb="language")
    assert event.facts == {"person": kit.pk, "language": "", "household": "cy"} and event.by == cast.sam
    kit.refresh_from_db()
    assert of(case, kit).code == "cy" and kit.language == ""
    actions.choose_language(case, "en", "cy", by=cast.sam, at=cast.at)
    kit.refresh_from_db()
    assert of(case, kit).code == "en" and Household.objects.count() == 1  # the same word is not written twice


def test_nobody_known_has_no_language(cast):
    for person in (None, note_person({"anonymous": True}, at=cast.at)):
        with pytest.raises(NobodyKnown):
            actions.choose_language(cases.told(person, at=cast.at), "cy", "", by=cast.sam, at=cast.at)


@pytest.mark.parametrize("who", ["robin", "toni", "pat", "dana"])
def test_only_the_front_team_says_so(cast, kit, who):
    with pytest.raises(NotAllowed):
        actions.choose_language(cases.told(kit, at=cast.at), "cy", "", by=getattr(cast, who), at=cast.at)
    assert not Household.objects.exists()


@pytest.fixture
def sam(client, cast):
    client.force_login(cast.sam.user)
    with clock.fixed(cast.at):
        yield client


def test_by_page_from_the_case(sam, cast, kit):
    case = cases.told(kit, at=cast.at)
    here = f"/en/staff/cases/{case.reference}/"
    assert f"{case.reference}/language" in sam.get(here).content.decode()
    page = sam.get(f"{here}language").content.decode()
    assert "Nobody was asked" in page and "Not for a hostel" in page
    assert sam.post(f"{here}language", {"theirs": "cy", "at_home": "cy+en"}).status_code == 302
    kit.refresh_from_db()
    assert kit.language == "cy" and household(kit).language == "cy+en"
    welsh = sam.get(f"/cy/staff/cases/{case.reference}/language").content.decode()
    assert "Pa iaith y maent am ei chael?" in welsh


def test_without_an_address_nothing_is_asked_of_the_household(sam, cast):
    case = cases.told(note_person({"name": "Kit"}, at=cast.at), at=cast.at)
    page = sam.get(f"/en/staff/cases/{case.reference}/language").content.decode()
    assert "at_home" not in page
    assert sam.post(f"/en/staff/cases/{case.reference}/language", {"theirs": "cy"}).status_code == 302


def test_leaflets_are_in_the_menu_and_come_as_pdf_in_each_language(sam):
    assert "/en/staff/leaflets/" in sam.get("/en/staff/more/").content.decode()
    page = sam.get("/en/staff/leaflets/").content.decode()
    assert page.count(".pdf") == 4 and "Awaiting a translator" in page
    assert "Taflenni" in sam.get("/cy/staff/leaflets/").content.decode()
    answer = sam.get("/en/staff/leaflets/victim_review/cy.pdf")
    assert answer["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF")
    for missing in ("victim_review/fr.pdf", "nothing/en.pdf"):
        assert sam.get(f"/en/staff/leaflets/{missing}").status_code == 404
