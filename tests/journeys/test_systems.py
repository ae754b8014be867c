"""Given a website of a force, when somebody writes there, then it is a case here, and they can ask where it stands."""

import re

import pytest
from django.test import Client

from gateways import clock
from putright.contacts.models import Contact
from tests.contacts.systems.asking import bearer, post

pytestmark = pytest.mark.django_db
WORDS = {"en": "Nobody rang me back about the burglary.", "cy": "Ni ffoniodd neb fi yn ôl am y fyrgleriaeth."}
STANDS = {"en": "We have it. We are reading it.", "cy": "Mae gennym. Rydym yn ei ddarllen."}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_from_the_website_of_a_force_to_a_case_and_back(cast, client, language):
    with clock.fixed(cast.at):
        client.force_login(cast.toni.user)
        pressed = {"system": "Gwefan yr heddlu", "scopes": ["contacts:send", "contacts:status"],
                   "until-day": "31", "until-month": "12", "until-year": "2026"}  # fmt: skip
        given = client.post(f"/{language}/staff/systems/", pressed).content.decode()
        token = re.search(r"putright_[\w-]+", given)[0]
        website, speaks = Client(), {"Accept-Language": language}
        told = {"words": WORDS[language], "language": language, "person": {"name": "Ffion Rees", "no_phone": True}}
        sent = post(website, token, told, **speaks).json()
        client.force_login(cast.sam.user)
        page = client.get(f"/{language}/staff/cases/{sent['reference']}/").content.decode()
        assert WORDS[language] in page and "Gwefan yr heddlu" in page
        shown = bearer(token, **{"Contact-Secret": sent["secret"]}, **speaks)
        asked = website.get(f"/api/v1/contacts/{sent['reference']}", headers=shown)
        assert asked.json()["words"] == STANDS[language]
    assert Contact.objects.get().person.safe_contact == {"no_phone": True}
