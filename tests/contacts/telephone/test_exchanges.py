"""The administrator's page of exchanges: a secret is shown once, two at a time, and whose telephone rings where."""

import pytest

from putright.contacts.channels.telephone.models import Exchange, Extension, Secret
from tests.journeys.browsing import Browser
from tests.make import telephone as make
from tests.make.people import AT

pytestmark = pytest.mark.django_db
EXCHANGES = "/en/staff/calls/exchanges"



@pytest.fixture
def toni(signed_in, cast, now):
    return Browser(signed_in(cast.toni))


def test_from_a_new_exchange_to_its_first_call_and_a_changed_secret(toni, client):
    page = toni.press(toni.go(EXCHANGES), "name", name="The force’s 101", slug="force-101")
    assert "nothing it sends is believed" in page.words
    answers = [client.post(f"{EXCHANGES}/force-101/secret") for _ in range(2)]
    secrets = [word for answer in answers for word in answer.content.decode().split("<") if "putright_call_" in word]
    first, second = (word.partition(">")[2] for word in secrets)
    assert first != second and Secret.objects.count() == 2
    refused = client.post(f"{EXCHANGES}/force-101/secret")
    assert refused.status_code == 422 and "two secrets already" in refused.content.decode()
    assert "putright_call_" not in client.get(f"{EXCHANGES}/force-101").content.decode()
    for number, secret in enumerate((first, second)):
        assert make.post(client, secret, make.story(f"C{number}")).status_code == 200
    for _press in range(2):
        client.post(f"{EXCHANGES}/force-101/secret/{Secret.objects.order_by('pk')[0].pk}/end")
    assert [make.post(client, secret, make.story("C3")).status_code for secret in (first, second)] == [401, 200]


def test_an_exchange_is_made_once_and_its_short_name_is_plain(toni):
    for slug, told in (("Force 101!", "small letters"), ("", "Enter a short name"), ("force-101", "nothing it sends")):
        assert told in toni.press(toni.go(EXCHANGES), "name", name="101", slug=slug).words
    assert "of that short name already" in toni.press(toni.go(EXCHANGES), "name", name="101", slug="force-101").words
    assert Exchange.objects.count() == 1


def test_an_extension_is_one_persons_at_a_time_and_nobodys_when_given_up(toni, cast, exchange):
    for person in (cast.sam, cast.jo):
        page = toni.press(toni.go(f"{EXCHANGES}/force-101"), "extension", extension="2041", handler=person.pk)
        assert person.name in page.words
    page = toni.press(page, "extension", extension="2041", handler="")
    assert "None yet" in page.words
    assert list(Extension.objects.order_by("pk").values_list("handler", "until")) == [(cast.sam.pk, AT), (cast.jo.pk, AT)]
    assert "Enter the extension" in toni.press(page, "extension", extension="").words


def test_the_page_speaks_welsh(toni, exchange):
    assert "Cyfrinachau" in toni.go("/cy/staff/calls/exchanges/force-101").words


def test_an_exchange_that_is_not_there_is_not_found(toni, client):
    assert client.get(f"{EXCHANGES}/nowhere").status_code == 404
    assert client.post(f"{EXCHANGES}/nowhere/secret").status_code == 404
