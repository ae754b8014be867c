"""What every request passes: its moment, its gates, its manners; and the monitor's page."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from config import accounts
from gateways import clock
from putright.rounds.models import Pulse
from tests.make.people import AT

pytestmark = pytest.mark.django_db
SIGN_IN = "/en/staff/sign-in/"


def test_a_page_for_nobody_in_particular_asks_the_database_once(client, cast, django_assert_num_queries):
    with django_assert_num_queries(1) as asked:
        client.get(SIGN_IN)
    assert "people_officeinuse" in asked.captured_queries[0]["sql"]


def test_a_staff_page_asks_for_the_session_and_for_who_it_is(client, cast, staff_page, django_assert_num_queries):
    client.force_login(cast.sam.user)
    client.get(staff_page)
    with django_assert_num_queries(2):
        assert client.get(staff_page).content.decode() == "Sam Adeyemi"


def test_a_stranger_at_a_staff_page_is_asked_to_sign_in_and_then_comes_back(client, staff_page):
    with override_settings(LANGUAGE_CODE="en"):
        assert client.get(staff_page)["Location"] == f"{SIGN_IN}?next={staff_page}"


def test_nothing_is_kept_by_a_browser_or_framed(client, cast):
    response = client.get(SIGN_IN)
    assert "no-store" in response["Cache-Control"]
    assert response["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
    assert response["Referrer-Policy"] in {"no-referrer", "same-origin"}  # never a word to another site


def test_an_address_in_no_table_is_refused(client, cast, staff_page, monkeypatch):
    from config import gates

    monkeypatch.delitem(gates.OTHERS, "a_staff_page")
    client.force_login(cast.sam.user)
    with pytest.raises(KeyError):
        client.get(staff_page)


def test_without_an_office_the_answer_is_a_sentence(client, db):
    response = client.get(SIGN_IN)
    assert response.status_code == 503 and "script/manage demo" in response.content.decode()


def test_the_monitor_sees_a_worker_that_goes_round(client, db):
    with clock.fixed(AT):
        assert client.get("/healthz").status_code == 503
        Pulse.objects.create(worker="a", at=AT)
        seen = client.get("/healthz")
        assert (seen.status_code, seen.json()) == (200, {"well": True, "database": "well", "worker": "well", "owed": "well"})


def test_the_monitor_sees_a_worker_that_stopped(client, db):
    Pulse.objects.create(worker="a", at=AT - timedelta(minutes=3))
    with clock.fixed(AT):
        seen = client.get("/healthz")
    assert seen.status_code == 503 and seen.json()["well"] is False


@override_settings(PUTRIGHT_DEMO=True)
def test_codes_are_printed_for_everybody_or_for_one(cast, capsys):
    accounts.give_second_factor(cast.sam.user)
    call_command("codes")
    everybody = capsys.readouterr().out
    assert f"{accounts.code_now(cast.sam.user)}  sam" in everybody and "no second factor  jo" in everybody
    call_command("codes", "jo")
    assert "sam" not in capsys.readouterr().out


@override_settings(PUTRIGHT_DEMO=True)
def test_codes_for_somebody_who_is_not_here(cast):
    with pytest.raises(CommandError, match="Nobody here has the user name “nobody”"):
        call_command("codes", "nobody")


def test_codes_are_never_printed_in_a_live_office(cast):
    with pytest.raises(CommandError, match="demonstration only"):
        call_command("codes")
