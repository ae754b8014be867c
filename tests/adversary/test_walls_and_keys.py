"""What a person who is kept out of a case might still learn of it."""

from uuid import NAMESPACE_URL, uuid5

import pytest
from django.test import Client
from django.urls import reverse

from putright.cases.actions import name_officer, take, wall_off
from putright.contacts.models import Contact
from tests.make import people
from tests.make.contacts import contact

pytestmark = pytest.mark.django_db
TYPED = {"words": "Rang about the noise.", "kind": "enquiry", "channel": "phone"}


def signed_in(person):
    client = Client()
    client.force_login(person.user)
    return client


def test_a_key_of_somebody_elses_contact_tells_nobody_its_reference(cast):
    theirs = contact(cast.ffion)
    wall_off(theirs.case, cast.sam, "knows the officer", by=cast.jo, at=cast.at)
    answer = signed_in(cast.sam).post(reverse("contacts:new"), TYPED | {"key": str(theirs.key)})
    assert answer.status_code == 302
    assert theirs.case.reference not in answer["Location"]
    assert Contact.objects.count() == 2


def test_the_key_of_what_was_brought_in_cannot_be_worked_out(cast):
    """Its key is made of the number in their file, which people know."""
    theirs = contact(cast.ffion, key=uuid5(NAMESPACE_URL, "putright:import:detroit:18000001"))
    answer = signed_in(cast.sam).post(reverse("contacts:new"), TYPED | {"key": "putright:import:detroit:18000001"})
    assert theirs.case.reference not in answer["Location"]


@pytest.mark.parametrize("key", ["spoilt", "6f0b9a52-6f1e-4c1f-9a71-0d8f4f6f7a01"])
def test_two_handlers_with_one_key_lose_nothing_and_one_handler_writes_once(cast, key):
    sam, jo = signed_in(cast.sam), signed_in(cast.jo)
    first, again, other = (
        one.post(reverse("contacts:new"), TYPED | {"key": key})["Location"] for one in (sam, sam, jo)
    )
    assert first == again != other
    assert Contact.objects.count() == 2


def test_a_case_does_not_stay_with_the_officer_it_is_about(cast):
    case = contact(cast.ffion).case
    take(case, by=cast.sam, at=cast.at)
    name_officer(case, people.officer(name="Sam Adeyemi"), by=cast.jo, at=cast.at)
    case.refresh_from_db()
    assert case.assigned_to is None
