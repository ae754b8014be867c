"""How people came: the leaflet's short link, the page elsewhere that led here, what they say, and how often passed on."""

import re

import pytest
from django.test import Client

from gateways import clock
from putright.codes.seeds import ensure
from putright.contacts.actions import receive
from putright.contacts.models import Contact
from putright.facts.months import Month
from putright.facts.sources import Scope, passed_on
from putright.people.queries import office
from tests.contacts.web.walk import ANONYMOUS, send, walk
from tests.make import contacts as make_contacts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def frozen(cast):
    ensure(office(), cast.at)
    with clock.fixed(cast.at):
        yield


def told(client, path: str, referer: str = "") -> Contact:
    """The form from that address to its end, as somebody who clicked a link would."""
    page = client.get(path, follow=True, headers={"referer": referer} if referer else {})
    send(client, walk(client, ANONYMOUS, first=page))
    return Contact.objects.latest("pk")


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_short_link_opens_the_form_in_the_readers_language(client, language):
    page = client.get(f"/{language}/go/burglary-pack/")
    assert page.url == f"/{language}/tell-us/safe/?by=burglary-pack"
    assert "burglary-pack" in client.get(page.url).content.decode() and not client.cookies.get("putright_form")


def test_a_link_nobody_knows_still_opens_the_form(client):
    assert client.get("/en/go/no-such-leaflet/").url == "/en/tell-us/safe/"


def test_what_the_leaflet_brought_is_counted(client, cast):
    contact = told(client, "/en/go/burglary-pack/")
    assert (contact.came_by, contact.came_from, contact.heard_from) == ("burglary-pack", "", "letter")
    jo = Client()
    jo.force_login(cast.jo.user)
    page = jo.get("/en/staff/heard/").content.decode()
    row = re.search(r"A burglary pack.*?</tr>", page, re.S)[0]
    assert re.findall(r"numeric\">(\d+)<", row) == ["0", "1"]


def test_the_page_that_led_here_is_kept_without_its_query(client):
    contact = told(client, "/en/tell-us/safe/", "https://force.example/victims/help?case=41-1234&name=ffion")
    assert contact.came_from == "force.example/victims/help"


def test_our_own_pages_lead_nobody_here(client):
    assert told(client, "/en/tell-us/safe/", "http://testserver/en/").came_from == ""


@pytest.mark.parametrize("language", ["en", "cy"])
def test_each_leaflet_has_its_link_and_its_picture_in_both_languages(cast, client, language):
    client.force_login(cast.sam.user)
    page = client.get(f"/{language}/staff/heard/card/").content.decode()
    assert "/en/go/card/" in page and "/cy/go/card/" in page and page.count("<svg") == 2
    assert client.get(f"/{language}/staff/heard/nothing/").status_code == 404


def test_the_list_costs_the_same_for_many_contacts_as_for_few(cast, client, django_assert_num_queries):
    client.force_login(cast.sam.user)
    client.get("/en/staff/heard/")
    with django_assert_num_queries(7):
        client.get("/en/staff/heard/")
    for _ in range(20):
        make_contacts.contact(cast.ffion, heard_from="card", came_by="survey", came_from="a.example/b")
    with django_assert_num_queries(7):
        client.get("/en/staff/heard/")


@pytest.mark.parametrize(
    ("told_before", "via", "part"), [(0, "local", "once"), (1, "101", "twice"), (3, "", "more"), (0, "", None)]
)
def test_being_passed_from_one_to_another_is_counted(cast, told_before, via, part):
    said = make_contacts.said(told_before=told_before, via=via)
    receive(said, by=cast.sam, at=cast.at)
    counts = passed_on(Scope(Month.of(cast.at), office(), cast.at)).counts()
    assert dict(counts) == ({part: 1} if part else {})
