"""The ways of contact are the office's own list: renamed and ended there, they are so where a contact is written down."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import translation

from gateways import clock
from putright.codes import actions as lists
from putright.codes.actions import Asked
from putright.codes.queries import code_list
from putright.codes.rules import Rows
from putright.contacts.methods import called, offered
from tests.make.contacts import contact

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 27)
KNOWN = [("phone", "Telephone"), ("counter", "Counter"), ("pigeon", "Pigeon")]


def test_one_that_ended_is_not_offered_one_not_in_the_list_is_and_there_is_always_something(cast):
    lists.end(Asked("methods"), "counter", TODAY, by=cast.jo, at=cast.at)
    rows = code_list("methods")
    assert offered(rows, TODAY, "cy", KNOWN) == [("phone", "Ffôn"), ("counter", "Wyneb yn wyneb"), ("pigeon", "Pigeon")]
    assert [code for code, _name in offered(rows, TODAY + timedelta(days=1), "en", KNOWN)] == ["phone", "pigeon"]
    assert offered(rows, TODAY + timedelta(days=1), "en", KNOWN[1:2]) == [("counter", "In person")]
    assert offered(Rows(), TODAY, "en", KNOWN) == KNOWN and called(rows, "pigeon", TODAY, "cy", "Colomen") == "Colomen"


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_quick_entry_offers_the_list_and_an_old_contact_keeps_its_name(cast, client, language):
    made = contact(cast.ffion, by=cast.sam, channel="counter")
    lists.rename(Asked("methods"), "counter", ("At the desk", "Wrth y ddesg"), TODAY + timedelta(days=1), by=cast.jo, at=cast.at)
    lists.end(Asked("methods"), "letter", TODAY, by=cast.jo, at=cast.at)
    client.force_login(cast.sam.user)
    with translation.override(language):
        to = reverse("contacts:new")
    with clock.fixed(cast.at + timedelta(days=1)):
        form = client.get(to).content.decode()
        case = client.get(f"/{language}/staff/cases/{made.case.reference}/").content.decode()
    old, new = {"en": ("In person", "At the desk"), "cy": ("Wyneb yn wyneb", "Wrth y ddesg")}[language]
    assert new in form and old not in form and 'value="letter"' not in form.split('name="heard_from"')[0]
    assert old in case and new not in case
