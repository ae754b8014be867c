"""The public's home: what it says comes from the office's pack, on the day, in the reader's language."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import RequestDataTooBig
from django.db import DatabaseError
from django.http import HttpRequest

from gateways import clock
from putright.people.models import OfficeInUse
from putright.portal import sorry
from tests.make import people

pytestmark = pytest.mark.usefixtures("cast")
FRIDAY = datetime(2026, 3, 27, 16, 50, tzinfo=UTC)


def said(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ["Complaint Resolution Team", "Monday to Friday, 9:00am to 5:00pm", "01632 960101", "call 999"]),
        ("cy", ["Tîm Datrys Cwynion", "Dydd Llun i Dydd Gwener, 9:00yb tan 5:00yp", "01632 960101", "ffoniwch 999"]),
    ],
)
def test_the_start_page_says_who_we_are_and_how_to_reach_us(client, lang, words):
    page = said(client, f"/{lang}/")
    assert [w for w in words if w not in page] == []
    assert page.index("999") < page.index(f"/{lang}/tell-us/")


def test_another_office_has_another_start_page(client):
    people.office("dyfed-powys")
    page = said(client, "/cy/")
    assert "Tîm Cysylltiadau Cwsmeriaid" in page
    assert "Ni fydd ysgrifennu yn Gymraeg yn arwain at oedi" in page
    assert "Tîm Datrys Cwynion" not in page


@pytest.mark.parametrize(("lang", "due"), [("en", "by 30 March 2026, 5:00pm"), ("cy", "erbyn 30 Mawrth 2026, 5:00yp")])
def test_what_to_expect_works_the_promise_out_as_if_sent_now(client, lang, due):
    with clock.fixed(FRIDAY):
        assert due in said(client, f"/{lang}/what-to-expect/")


def test_what_to_expect_leaves_out_the_day_beyond_the_calendar_we_hold(client):
    with clock.fixed(datetime(2040, 3, 27, 12, tzinfo=UTC)):
        page = said(client, "/en/what-to-expect/")
    assert "within one working day" in page
    assert page.count("If you sent it now") == 1  # ten days need no calendar of bank holidays


@pytest.mark.parametrize("lang", ["en", "cy"])
@pytest.mark.parametrize("page", ["", "what-to-expect/", "accessibility/", "privacy/"])
def test_each_page_costs_at_most_three_questions_of_the_database(client, django_assert_max_num_queries, lang, page):
    with django_assert_max_num_queries(3):
        assert client.get(f"/{lang}/{page}").status_code == 200


def test_the_foot_of_every_page_leads_to_the_rest(client):
    for page in ("", "privacy/", "tell-us/safe/"):
        assert "/cy/accessibility/" in said(client, f"/cy/{page}")


@pytest.mark.parametrize(("lang", "words"), [("en", "Page not found"), ("cy", "Ni chafwyd hyd i’r dudalen")])
def test_a_page_that_does_not_exist_says_so(client, lang, words):
    response = client.get(f"/{lang}/nowhere/")
    assert response.status_code == 404
    assert words in response.content.decode()


def a_request() -> HttpRequest:
    request = HttpRequest()
    request.path = request.path_info = "/en/"
    request.at = FRIDAY
    return request


def test_each_refusal_has_its_own_number(cast):
    assert sorry.refused(a_request(), PermissionError()).status_code == 403
    assert sorry.not_understood(a_request(), RequestDataTooBig()).status_code == 413
    assert sorry.not_understood(a_request(), ValueError()).status_code == 400
    assert sorry.broken(a_request()).status_code == 500


def test_when_the_office_cannot_be_read_the_page_is_bare_and_in_both_languages(cast):
    OfficeInUse.objects.all().delete()
    answer = sorry.broken(a_request())
    assert (answer.status_code, b"Something went wrong here" in answer.content, b"Aeth rhywbeth" in answer.content) == (
        500,
        True,
        True,
    )


def test_when_the_database_is_gone_the_page_is_bare(cast, monkeypatch):
    def gone() -> None:
        raise DatabaseError

    monkeypatch.setattr("config.context.office", gone)
    assert b"call 999" in sorry.broken(a_request()).content
