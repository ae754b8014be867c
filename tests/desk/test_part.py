"""A local supervisor sees the part of a case they need to put it right, and no more."""

import pytest
from django.test import Client

from gateways import clock
from putright.allocation.actions import allocate
from putright.cases import stages
from putright.cases.actions import allege, name_officer, note
from putright.cases.models import Case
from putright.documents.actions import add
from tests.make import people
from tests.make.contacts import contact

pytestmark = pytest.mark.django_db
HIDDEN = ("07700 900321", "ffion@complainant.example", "Our own note", "Rhodri Maes", "An allegation of another thing")
SEEN = ("Nobody rang me back.", "Please ring her", "llythyr.txt")


@pytest.fixture
def given(cast, settings, tmp_path):
    settings.DOCUMENTS = tmp_path / "documents"
    person = people.person("Ffion Rees", phone="07700 900321", email="ffion@complainant.example",
                           safe_contact={"no_voicemail": True}, adjustments="Large print")  # fmt: skip
    case = contact(person, words="Nobody rang me back.", kind="dissatisfaction").case
    note(case, "Our own note", by=cast.sam, at=cast.at)
    allege(case, "An allegation of another thing", "A1", on=cast.at.date(), by=cast.sam, at=cast.at)
    name_officer(case, people.officer(name="Rhodri Maes"), by=cast.sam, at=cast.at)
    add(b"Dear all", "llythyr.txt", case=case, by=cast.sam, at=cast.at)
    Case.objects.filter(pk=case.pk).update(stage=stages.IN_RECOVERY)
    allocate(Case.objects.get(pk=case.pk), cast.dana.team, "Please ring her", by=cast.sam, at=cast.at)
    return Case.objects.get(pk=case.pk)


def page(person, address):
    client = Client()
    client.force_login(person.user)
    return client.get(address)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_what_was_said_the_contact_rule_and_what_is_asked_and_no_more(cast, given, language):
    with clock.fixed(cast.at):
        theirs = page(cast.dana, f"/{language}/staff/cases/{given.reference}/").content.decode()
        ours = page(cast.sam, f"/{language}/staff/cases/{given.reference}/").content.decode()
    for words in HIDDEN:
        assert words not in theirs and words in ours, words
    for words in (*SEEN, "Large print", {"en": "Do not leave a message", "cy": "Peidiwch â gadael neges"}[language]):
        assert words in theirs, words


def test_what_another_team_is_asked_is_not_theirs(cast, given):
    with clock.fixed(cast.at):
        other = people.handler("Eirlys Pugh", "local_supervisor", people.team("south", "local"))
        assert page(other, f"/en/staff/cases/{given.reference}/").status_code == 404


def test_the_pages_behind_what_is_hidden_are_closed_to_them(cast, given):
    with clock.fixed(cast.at):
        for behind in ("why/", "alike/", "letters/1/"):
            assert page(cast.dana, f"/en/staff/cases/{given.reference}/{behind}").status_code in (403, 404), behind
