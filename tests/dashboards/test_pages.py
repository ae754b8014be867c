"""What each of us sees of today and the month: figures that are as long as their lists, and nothing of a walled case."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.test import Client

from gateways import clock
from putright.cases.models import Case
from putright.measures.actions import Beside, set_line
from tests.months.made import AFTER, received, signed

pytestmark = pytest.mark.django_db
NOW = AFTER + timedelta(minutes=5)
MONTH, MINE = 45, 16


@pytest.fixture
def at_desk(cast):
    def sit(who: str) -> Client:
        browser = Client()
        browser.force_login(getattr(cast, who).user)
        return browser

    with clock.fixed(NOW):
        yield sit


def main(response) -> str:
    return " ".join(response.content.decode().partition("<main")[2].partition("</main")[0].split())


def counted(page: str, words: str) -> int:
    """The figure behind its words."""
    return int(page.partition(f">{words}</a>")[2].partition("<strong>")[2].partition("</strong>")[0])


@pytest.mark.parametrize(
    ("who", "leads"), [("sam", "mine"), ("jo", "mine"), ("robin", "month"), ("dana", "report"), ("pat", "report")]
)
def test_each_role_is_led_to_its_own(at_desk, who, leads):
    answer = at_desk(who).get("/en/staff/today/")
    assert answer.status_code == 302 and answer["Location"].endswith(f"/today/{leads}/")
    assert at_desk(who).get(answer["Location"]).status_code == 200


def test_nobody_opens_anothers(at_desk):
    shut = {"sam": "team month", "robin": "mine team", "dana": "mine team month", "toni": "mine team month report"}
    for who, pages in shut.items():
        for page in pages.split():
            assert at_desk(who).get(f"/en/staff/today/{page}/").status_code == 403


@pytest.mark.parametrize(("language", "words"), [("en", "Came today"), ("cy", "Daeth heddiw")])
def test_a_figure_is_as_long_as_its_list(cast, at_desk, language, words):
    received(cast, 3, at=AFTER)
    received(cast, 2, at=AFTER - timedelta(days=1))
    Case.objects.update(assigned_to=cast.sam)
    page = main(at_desk("sam").get(f"/{language}/staff/today/mine/?show=came"))
    assert counted(page, words) == 3 == page.count("app-worklist__case")
    Case.objects.filter(pk=Case.objects.first().pk).update(assigned_to=cast.jo)
    team = main(at_desk("jo").get(f"/{language}/staff/today/team/?show=came&who={cast.jo.pk}"))
    assert counted(team, words) == team.count("app-worklist__case") <= 1
    assert cast.sam.name in team


def test_a_walled_case_shows_in_no_figure_and_no_list(cast, at_desk):
    from putright.cases import actions as cases

    received(cast, 2, at=AFTER)
    walled = Case.objects.order_by("pk").first()
    before = main(at_desk("jo").get("/en/staff/today/team/?show=came"))
    assert walled.reference in before and counted(before, "Came today") == 2
    cases.wall_off(walled, cast.jo, "A relative.", by=cast.sam, at=AFTER)
    after = main(at_desk("jo").get("/en/staff/today/team/?show=came"))
    assert walled.reference not in after and counted(after, "Came today") == 1


def test_what_is_looked_at_leaves_its_row(cast, at_desk):
    from putright.cases.models import AccessCase

    received(cast, 2, at=AFTER)
    at_desk("jo").get("/en/staff/today/team/?show=came")
    assert AccessCase.objects.filter(access__page="dashboards:team").count() == 2


@pytest.mark.parametrize("who", ["jo", "robin"])
def test_the_month_so_far_opens_where_the_reader_may_open(cast, at_desk, who):
    received(cast, 9, settle=3, at=AFTER - timedelta(days=1))
    received(cast, 12)
    received(cast, 8, at=datetime(2026, 1, 10, 12, tzinfo=UTC))
    page = main(at_desk(who).get("/en/staff/today/month/"))
    assert "March 2026, so far" in page and "Contacts received, month by month" in page
    assert ("/staff/reports/2026/3/contacts/" in page) == (who == "jo")
    assert "February 2026, so far" not in main(at_desk(who).get("/en/staff/today/month/?month=2026-02"))
    assert at_desk(who).get("/en/staff/today/month/?month=1999-01").status_code == 422
    assert at_desk(who).get("/en/staff/today/month/?draws=nothing").status_code == 422
    assert "month by month" in main(at_desk(who).get("/en/staff/today/month/?draws=kinds&month=2026-02"))


def test_a_target_stands_beside_its_figure(cast, at_desk):
    line = Beside("contacts", "ours", Decimal(90), AFTER.date(), "The plan wants ninety", "least", "The plan")
    set_line(line, by=cast.jo, at=AFTER)
    assert "Our target: 90 or more (The plan)" in main(at_desk("jo").get("/en/staff/today/month/"))


def test_the_newest_signed_report_and_never_a_draft(cast, at_desk):
    assert "No report is signed yet." in main(at_desk("dana").get("/en/staff/today/report/"))
    received(cast, 14, settle=6)
    row = signed(cast)
    page = main(at_desk("dana").get("/en/staff/today/report/"))
    assert "A quiet month." in page and "42.9%" in page and f"/staff/board-reports/{row.pk}/" in page
    assert "Mis tawel." in main(at_desk("dana").get("/cy/staff/today/report/"))
    assert at_desk("dana").get("/en/staff/today/report/?layout=none").status_code == 422


def test_the_same_queries_however_much_there_is(cast, at_desk):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def asked(who: str, page: str) -> int:
        browser = at_desk(who)
        browser.get(f"/en/staff/today/{page}/")
        with CaptureQueriesContext(connection) as found:
            assert browser.get(f"/en/staff/today/{page}/").status_code == 200
        return len(found)

    received(cast, 6, at=AFTER)
    received(cast, 6)
    Case.objects.update(assigned_to=cast.sam)
    pages = [("sam", "mine"), ("jo", "team"), ("jo", "month")]
    before = [asked(*one) for one in pages]
    received(cast, 20, at=AFTER)
    received(cast, 20)
    Case.objects.update(assigned_to=cast.sam)
    assert [asked(*one) for one in pages] == before
    assert before[0] <= MINE and before[1] <= MINE + 6 and before[2] <= MONTH
