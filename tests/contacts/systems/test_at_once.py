"""The same sending twice in the same moment: one contact, and the second waits for the answer of the first."""

import pytest
from django.db import connection  # noqa: F401 - the mark below names it
from django.test import Client

from gateways import clock
from putright.contacts.channels.systems.models import Sending
from putright.contacts.models import Contact
from tests.adversary.test_at_once import all_at_once
from tests.cast import assemble

from . import asking

TOGETHER = 6


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite lets one writer in at a time")
def test_the_same_key_at_once_is_one_contact_and_one_answer():
    cast, answers = assemble(), []
    with clock.fixed(cast.at):
        secret = asking.give(cast)
        for key in ("first", "second", "third"):
            assert all_at_once(*[lambda key=key: answers.append(asking.post(Client(), secret, key=key))] * TOGETHER) == [
                None
            ] * TOGETHER
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == Contact.objects.count() == Sending.objects.count() == 3
