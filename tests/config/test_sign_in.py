"""Signing in: a password alone reaches nothing, the code is compulsory, and every refusal says what to do."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import override_settings

from config import accounts
from design.testing import MannerlyClient
from gateways import clock

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery staple"
SIGN_IN, CODE, OUT = "/en/staff/sign-in/", "/en/staff/sign-in/code/", "/en/staff/sign-out/"
STAFF = "/en/staff/"


@pytest.fixture
def client():
    cache.clear()
    return MannerlyClient()


@pytest.fixture
def sam(cast):
    accounts.give_second_factor(cast.sam.user)
    return cast.sam


def password(client, name="sam", words=PASSWORD, at=SIGN_IN):
    return client.post(at, {"login": name, "password": words})


def code(client, person, at=CODE):
    return client.post(at, {"code": accounts.code_now(person.user)})


def signed_in(client):
    return "_auth_user_id" in client.session


def test_password_then_code_opens_the_staff_pages(client, sam):
    assert password(client)["Location"] == CODE
    assert not signed_in(client)
    assert code(client, sam)["Location"] == STAFF
    assert signed_in(client)


def test_in_welsh_it_stays_welsh(client, sam):
    assert password(client, at="/cy/staff/sign-in/")["Location"] == "/cy/staff/sign-in/code/"
    assert "Rhowch eich cod mewngofnodi" in client.get("/cy/staff/sign-in/code/").content.decode()
    assert code(client, sam, at="/cy/staff/sign-in/code/")["Location"] == "/cy/staff/"


def test_after_the_code_they_are_where_they_were_going(client, sam):
    going = "/en/staff/sign-out/?from=here"
    password(client, at=f"{SIGN_IN}?next={going}")
    assert code(client, sam)["Location"] == going


def test_nobody_is_sent_to_another_site_afterwards(client, sam):
    password(client, at=f"{SIGN_IN}?next=https://elsewhere.example/")
    assert code(client, sam)["Location"] == STAFF


def test_a_wrong_password_is_said_plainly_and_never_sent_back(client, sam):
    page = password(client, words="not the password at all").content.decode()
    assert "do not match" in page and "There is a problem" in page
    assert "not the password at all" not in page


def test_a_wrong_code_is_said_plainly(client, sam):
    password(client)
    wrong = "000000" if accounts.code_now(sam.user) != "000000" else "111111"
    page = client.post(CODE, {"code": wrong}).content.decode()
    assert "That code is not right" in page
    assert not signed_in(client)


def test_the_code_page_leads_nowhere_without_the_password(client, sam):
    assert client.get(CODE)["Location"].startswith(SIGN_IN)


def test_nothing_typed_is_asked_for_by_name(client, sam):
    page = client.post(SIGN_IN, {}).content.decode()
    assert "Enter your user name" in page and "Enter your password" in page


def test_without_a_second_factor_a_right_password_opens_nothing(client, cast):
    page = password(client)
    assert page.status_code == 403 and "Ask your administrator" in page.content.decode()
    assert not signed_in(client)


def test_somebody_who_has_left_cannot_sign_in(client, sam):
    sam.left_on = clock.now().date()
    sam.save()
    page = password(client)
    assert page.status_code == 403 and "not in use" in page.content.decode()


def test_a_closed_account_cannot_sign_in(client, sam):
    sam.user.is_active = False
    sam.user.save()
    page = password(client)
    assert page.status_code == 403 and "not in use" in page.content.decode()


def test_too_many_wrong_passwords_are_refused_for_a_while_even_when_right(client, sam):
    for _ in range(6):
        password(client, words="wrong and wrong again")
    page = password(client)
    assert page.status_code == 200 and "Wait five minutes" in page.content.decode()
    assert not signed_in(client)


def test_too_many_wrong_codes_are_refused_for_a_while(client, sam):
    password(client)
    for _ in range(6):
        client.post(CODE, {"code": "000000"})
    page = code(client, sam)
    assert "Wait five minutes" in page.content.decode()
    assert not signed_in(client)


@override_settings(ACCOUNT_RATE_LIMITS={"login": "2/m/ip"})
def test_far_too_many_tries_from_one_address_get_a_page_in_plain_words(client, sam):
    for _ in range(2):
        password(client, name="nobody")
    page = password(client, name="nobody")
    assert page.status_code == 429 and "Wait five minutes" in page.content.decode()


def test_sign_out_is_a_button_and_not_a_link(client, sam):
    password(client)
    code(client, sam)
    assert client.get(OUT).status_code == 200
    assert signed_in(client)
    assert client.post(OUT)["Location"] == "/en/"
    assert not signed_in(client)


def test_an_idle_session_ends(client, sam, staff_page):
    with clock.fixed(clock.now()) as began:
        password(client)
        code(client, sam)
        assert client.get(staff_page).status_code != 302
    with clock.fixed(began + timedelta(minutes=31)):
        assert SIGN_IN in client.get(staff_page)["Location"]
        assert not signed_in(client)


def test_a_session_in_use_goes_on(client, sam, staff_page):
    began = clock.now()
    with clock.fixed(began):
        password(client)
        code(client, sam)
    for minutes in range(0, 120, 20):
        with clock.fixed(began + timedelta(minutes=minutes)):
            assert client.get(staff_page).status_code != 302


def test_a_session_that_passed_only_the_password_reaches_nothing(client, sam, staff_page):
    """However it came about: a session that says it is signed in, with a password on record and no code."""
    password(client)
    code(client, sam)
    session = client.session
    session["account_authentication_methods"] = [{"method": "password", "at": 0}]
    session.save()
    assert SIGN_IN in client.get(staff_page)["Location"]
    assert not signed_in(client)


@override_settings(PUTRIGHT_TEST=False)
def test_a_session_with_no_record_of_any_factor_reaches_nothing(client, sam, staff_page):
    client.force_login(sam.user)
    assert SIGN_IN in client.get(staff_page)["Location"]


@override_settings(PUTRIGHT_DEMO=True)
def test_a_demonstration_shows_the_code_and_it_works_each_time_it_is_shown(client, sam):
    for _ in range(2):
        password(client)
        page = client.get(CODE).content.decode()
        shown = accounts.code_now(sam.user)
        assert f"Demonstration only: your code now is {shown}" in page
        client.get(CODE)
        assert client.post(CODE, {"code": shown})["Location"] == STAFF
        client.post(OUT)


def test_a_live_office_never_shows_a_code(client, sam):
    password(client)
    assert "Demonstration only" not in client.get(CODE).content.decode()


def test_a_code_works_once(client, sam):
    password(client)
    used = accounts.code_now(sam.user)
    client.post(CODE, {"code": used})
    client.post(OUT)
    password(client)
    assert "has been used" in client.post(CODE, {"code": used}).content.decode()


def test_the_sign_in_pages_in_both_languages(client, sam):
    for at in ("/en/staff/sign-in/", "/cy/staff/sign-in/"):
        assert client.get(at).status_code == 200
    client.force_login(sam.user)
    for path in ("staff/sign-out/", "staff/sign-in/again/", "staff/sign-in/again/code/"):
        for lang in ("en", "cy"):
            assert client.get(f"/{lang}/{path}", follow=True).status_code == 200
