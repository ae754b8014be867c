"""The pages of reports for boards: who sees what, and that nothing typed is lost."""

from datetime import timedelta

import pytest
from django.test import Client

from gateways import clock
from putright.messages.actions import New, put
from putright.messages.models import Message
from putright.months import actions, rules
from putright.months.models import Board, Change, Report, Sending
from tests.make import people

from .made import AFTER, drawn_up, received, signed

pytestmark = pytest.mark.django_db
BASE = "/en/staff/board-reports/"
QUERIES = 12


@pytest.fixture
def at_desk(cast):
    """Somebody of the cast at a browser, on the day after the report was due."""

    def sit(who: str) -> Client:
        browser = Client()
        browser.force_login(getattr(cast, who).user)
        return browser

    with clock.fixed(AFTER + timedelta(minutes=5)):
        yield sit


def said(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_report_from_the_figures_to_the_signature(cast, at_desk, language):
    received(cast, 14, settle=6)
    base, writer, lead = f"/{language}/staff/board-reports/", at_desk("robin"), at_desk("jo")
    asked = {"layout": "quality-of-service", "length": "1", "first": "2026-02"}
    assert writer.post(f"{base}new/", asked).status_code == 302
    row = Report.objects.get()
    one = f"{base}{row.pk}/"
    assert writer.post(f"{one}write/in-short/", {"en": "A quiet month.", "cy": "Mis tawel."}).status_code == 302
    assert writer.post(f"{one}sign/").status_code == 403
    assert lead.post(f"{one}sign/").status_code == 302
    page = said(at_desk("dana").get(one))
    assert ("A quiet month." if language == "en" else "Mis tawel.") in page and "42.9%" in page
    for end, kind in (
        ("pdf/en/", "application/pdf"),
        ("pdf/cy/", "application/pdf"),
        ("sheet/ods/", "spreadsheet"),
        ("sheet/xlsx/", "spreadsheet"),
    ):
        answer = at_desk("robin").get(one + end)
        assert answer.status_code == 200 and kind in answer["Content-Type"]
    assert writer.get(f"{one}sheet/doc/").status_code == writer.get(f"{one}pdf/fr/").status_code == 404


def test_the_assessed_units_read_what_is_signed_and_nothing_else(cast, at_desk):
    row = drawn_up(cast)
    for who in ("sam", "dana", "pat"):
        assert at_desk(who).get(f"{BASE}{row.pk}/").status_code == 404
        assert "2026" not in said(at_desk(who).get(BASE)).partition("<main")[2].partition("</main")[0]
        assert at_desk(who).get(f"{BASE}{row.pk}/write/why/").status_code == 403
    actions.sign(row, by=cast.jo, at=AFTER)
    page = said(at_desk("dana").get(f"{BASE}{row.pk}/"))
    assert "Signed by Jo Marsh" in page and "/write/" not in page and "/revise/" not in page
    assert at_desk("toni").get(BASE).status_code == 403


def test_words_refused_stay_on_the_page(cast, at_desk):
    row = signed(cast)
    answer = at_desk("robin").post(f"{BASE}{row.pk}/write/why/", {"en": "Kept words", "cy": "Geiriau"})
    assert answer.status_code == 422 and "Kept words" in said(answer) and "Make a revision instead" in said(answer)


@pytest.mark.parametrize(
    "first", ["2026-2-2", "soon", "2026-13", "2026-02", "1900-01", "1900-12", "0001-01", "9999-12", "\U0001f600-1"]
)
def test_a_quarter_that_begins_nowhere_is_refused_with_what_was_typed(cast, at_desk, first):
    asked = {"layout": "quality-of-service", "length": "3", "first": first}
    answer = at_desk("jo").post(f"{BASE}new/", asked)
    assert answer.status_code == 422 and f'value="{first}"' in said(answer) and not Report.objects.exists()


def test_a_revision_shows_each_figure_as_it_was_and_as_it_is(cast, at_desk):
    received(cast, 14, settle=6)
    row = signed(cast)
    received(cast, 2)
    answer = at_desk("robin").post(f"{BASE}{row.pk}/revise/", {"why": "Two letters were found."})
    assert answer.status_code == 302
    page = said(at_desk("robin").get(f"{BASE}{Report.objects.get(revision=2).pk}/"))
    assert "Two letters were found." in page and "42.9%" in page and "37.5%" in page
    assert "There is a newer revision." in said(at_desk("robin").get(f"{BASE}{row.pk}/"))


def test_a_board_is_added_and_ended(cast, at_desk):
    lead = at_desk("jo")
    told = {
        "layout": "quality-of-service", "name_en": "Victim Focus", "name_cy": "Ffocws", "length": "1", "day": "12",
        "addresses": "chair@board.example\nclerk@board.example", "language": "en", "sends": "pdf",
    }  # fmt: skip
    wrong = lead.post(f"{BASE}boards/new/", told | {"addresses": "chair at board", "day": "31"})
    assert wrong.status_code == 422 and "chair at board" in said(wrong) and "from 1 to 28" in said(wrong)
    assert lead.post(f"{BASE}boards/new/", told).status_code == 302
    assert "clerk@board.example" in said(lead.get(f"{BASE}boards/"))
    assert lead.post(f"{BASE}boards/{Board.objects.get().pk}/end/").status_code == 302
    assert "No board yet." in said(lead.get(f"{BASE}boards/"))


def test_what_is_in_doubt_is_settled_by_a_person(cast, at_desk):
    row = signed(cast)
    board = actions.keep_board(
        actions.BoardDetails("Board", "Bwrdd", row.layout, 1, ("a@board.example",), 12, "en", False),
        by=cast.jo,
        at=AFTER,
    )
    mail = put(New("months", "1", "a@board.example", "en"), at=AFTER)
    Message.objects.update(state="uncertain")
    one = Sending.objects.create(report=row, board=board, address="a@board.example", begun_at=AFTER, mail=mail)
    assert "Not known whether it arrived" in said(at_desk("jo").get(f"{BASE}{row.pk}/"))
    assert at_desk("jo").post(f"{BASE}sent/{one.pk}/", {"told": "yes"}).status_code == 302
    assert "said by Jo Marsh" in said(at_desk("jo").get(f"{BASE}{row.pk}/"))
    assert at_desk("jo").post(f"{BASE}sent/{one.pk}/", {"told": "yes"}).status_code == 422


def test_a_change_is_written_down_in_both_languages(cast, at_desk):
    asked = {"on-day": "4", "on-month": "2", "on-year": "2026", "en": "Live Chat opened.", "cy": "Agorwyd Sgwrs Fyw."}
    assert at_desk("robin").post(f"{BASE}changes/new/", asked | {"cy": ""}).status_code == 422
    assert at_desk("robin").post(f"{BASE}changes/new/", asked).status_code == 302
    assert Change.objects.count() == 1 and "Live Chat opened." in said(at_desk("robin").get(f"{BASE}changes/"))


def test_the_list_and_a_report_take_the_same_queries_however_much_there_is(
    cast, at_desk, django_assert_max_num_queries
):
    browser, row = at_desk("jo"), signed(cast)
    with django_assert_max_num_queries(QUERIES):
        browser.get(f"{BASE}{row.pk}/")
    people.person("Nobody")
    for month in (12, 11):
        actions.draw_up(row.layout, rules.Period(2025, month), by=cast.robin, at=AFTER)
    with django_assert_max_num_queries(QUERIES):
        browser.get(BASE)
