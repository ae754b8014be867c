"""The accounts on a screen, and the newcomer's own page: by hand, in both languages."""

import re

import pyotp
import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import translation

from gateways import clock
from putright.accounts import links, newcomer
from putright.accounts.account import Account
from putright.people.models import Handler, OfficeInUse

pytestmark = pytest.mark.django_db
PASSWORD = "three quiet words here"
FORM = {
    "name": "Siân Parry", "role": "handler", "team": "front", "employer": "commissioner", "directed_by": "commissioner",
    "why": "She starts on Monday",
}  # fmt: skip


def address(page, *args, language="en"):
    with translation.override(language):
        return reverse(f"accounts:{page}", args=args)


def signed_in(handler) -> Client:
    client = Client()
    client.force_login(handler.user)
    return client


@pytest.mark.parametrize("language", ["en", "cy"])
def test_from_asking_to_the_first_sign_in(cast, client, language, settings):
    """Jo asks; Toni agrees and gets the link; Siân sets her password and her phone; she signs in with both."""
    asked = signed_in(cast.jo).post(address("new", language=language), FORM)
    assert asked.status_code == 302
    toni = signed_in(cast.toni)
    pk = re.search(r"accounts/asked/(\d+)/", toni.get(address("everybody", language=language)).content.decode())[1]
    shown = toni.post(address("settle", pk, language=language), {"do": "agree"}).content.decode()
    link = re.search(r"http://testserver(/\w\w/join/[^/]+/)", shown)[1]
    page = client.get(link).content.decode()
    assert "sian.parry" in page and "<svg" in page
    phone = pyotp.TOTP(re.search(r">([A-Z2-7]{32})<", page)[1])
    given = {"password": PASSWORD, "again": PASSWORD, "code": phone.now()}
    welcome = client.post(link, given)
    assert welcome.status_code == 200 and welcome.content.decode().count("<li>") >= 10
    assert client.get(link).status_code == 404
    client.post(f"/{language}/staff/sign-in/", {"login": "sian.parry", "password": PASSWORD})
    paper = re.findall(r"<li>(\w{8})</li>", welcome.content.decode())
    assert client.post(f"/{language}/staff/sign-in/code/", {"code": paper[0]}).status_code == 302
    assert client.get(f"/{language}/staff/my-work/").status_code == 200


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"password": "short", "again": "short"}, "at least 15 characters"),
        ({"password": "a" * 20, "again": "a" * 20}, "of some variety"),
        ({"again": "three other words here"}, "not the same"),
        ({"code": "000000"}, "That code is not right"),
    ],
)
def test_a_newcomers_slip_is_said_plainly_and_no_password_is_sent_back(cast, client, wrong, says):
    secret = links.make(cast.sam, at=clock.now())
    answer = client.post(address("join", secret), {"password": PASSWORD, "again": PASSWORD, "code": "123456"} | wrong)
    page = answer.content.decode()
    assert answer.status_code == 422 and says in page
    assert PASSWORD not in page


def test_the_list_costs_the_same_for_many_as_for_few(cast, django_assert_num_queries):
    toni = signed_in(cast.toni)
    toni.get(address("everybody"))
    with django_assert_num_queries(6):
        toni.get(address("everybody"))
    for _ in range(20):
        newcomer.make(Account("Nia Parry", "handler", "front"), asked_by=None, by=None, at=cast.at)
    with django_assert_num_queries(6):
        toni.get(address("everybody"))


def test_a_leaver_is_out_at_their_next_page(cast):
    sam = signed_in(cast.sam)
    assert sam.get("/en/staff/my-work/").status_code == 200
    signed_in(cast.jo).post(address("leave", cast.sam.pk), {})
    assert sam.get("/en/staff/my-work/").status_code == 302


def test_an_office_is_opened_once_on_the_machine_itself(db, capsys, client):
    call_command("open", "dyfed-powys", "--administrator", "Toni Ashe", "--supervisor", "Jo Marsh")
    said = capsys.readouterr().out
    assert OfficeInUse.objects.get().slug == "dyfed-powys"
    assert set(Handler.objects.values_list("role", flat=True)) == {"administrator", "supervisor"}
    for link in re.findall(r"/en/join/\S+", said):
        assert client.get(link).status_code == 200
    with pytest.raises(CommandError, match="open in this database already"):
        call_command("open", "essex", "--administrator", "A", "--supervisor", "B")
