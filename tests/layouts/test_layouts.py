"""A layout is changed as a draft, looked at, put in force from a day."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from gateways import clock
from offices import Text
from putright.law.calendar import day_of
from putright.layouts import actions, queries, refusals, rules
from putright.layouts.models import Draft, Version
from putright.measures.actions import Beside, set_line
from putright.months import actions as months
from putright.months.models import Report
from putright.months.rules import Period
from tests.months.made import AFTER, FEBRUARY, LAYOUT, received

pytestmark = pytest.mark.django_db
BASE = "/en/staff/board-reports/layouts/"
TODAY = day_of(AFTER)
QUERIES = 12


def said(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def at_desk(cast):
    def sit(who: str) -> Client:
        browser = Client()
        browser.force_login(getattr(cast, who).user)
        return browser

    with clock.fixed(AFTER + timedelta(minutes=5)):
        yield sit


def slugs(layout) -> list[str]:
    return [one.slug for one in layout.parts]


def test_what_the_pack_brings_holds_until_somebody_puts_another_in_force(cast):
    was = queries.the(LAYOUT, TODAY)
    by = {"by": cast.robin, "at": AFTER}
    actions.raise_part(LAYOUT, was.parts[1].slug, **by)
    actions.add(LAYOUT, was.parts[0].slug, rules.TABLE, "kinds", **by)
    assert queries.the(LAYOUT, TODAY) == was and Draft.objects.count() == 1
    actions.put_in_force(LAYOUT, TODAY + timedelta(days=2), **by)
    assert queries.the(LAYOUT, TODAY + timedelta(days=1)) == was and not Draft.objects.exists()
    now = queries.the(LAYOUT, TODAY + timedelta(days=2))
    assert slugs(now)[:2] == slugs(was)[1::-1] and "kinds" in now.parts[1].tables


def test_a_report_is_drawn_up_as_laid_out_on_its_day_and_stays_so(cast):
    received(cast, 9)
    first = months.draw_up(LAYOUT, FEBRUARY, by=cast.robin, at=AFTER)
    by = {"by": cast.robin, "at": AFTER}
    actions.take_out(LAYOUT, "worth", **by)
    actions.take_out(LAYOUT, "in-short", rules.FIGURE, "often", **by)
    actions.put_in_force(LAYOUT, TODAY, **by)
    second = months.draw_up(LAYOUT, Period(2026, 1), by=cast.robin, at=AFTER + timedelta(days=1))
    assert "worth" in [one["key"] for one in Report.objects.get(pk=first.pk).figures["sections"]]
    assert "worth" not in [one["key"] for one in second.figures["sections"]]
    assert "often" not in [one["key"] for one in second.figures["sections"][0]["lines"]]


def test_what_cannot_be_is_refused_and_changes_nothing(cast):
    by = {"by": cast.robin, "at": AFTER}
    with pytest.raises(refusals.NoSuchItem):
        actions.add(LAYOUT, "in-short", rules.FIGURE, "no-such-figure", **by)
    with pytest.raises(refusals.NoDraft):
        actions.put_in_force(LAYOUT, TODAY, **by)
    actions.raise_part(LAYOUT, "why", **by)
    with pytest.raises(refusals.BackInTime):
        actions.put_in_force(LAYOUT, TODAY - timedelta(days=1), **by)
    with pytest.raises(refusals.NameTaken):
        actions.begin("Victims Code", "Cod", **by)
    actions.begin("A new board", "Bwrdd newydd", **by)
    with pytest.raises(refusals.NothingInIt):
        actions.put_in_force("a-new-board", TODAY, **by)
    actions.name_part("a-new-board", "", Text("Parts", "Rhannau"), **by)
    version = actions.put_in_force("a-new-board", TODAY, **by)
    with pytest.raises(DatabaseError), transaction.atomic():
        Version.objects.filter(pk=version.pk).update(en="Other")


def test_no_more_parts_than_fit(cast):
    by = {"by": cast.robin, "at": AFTER}
    for number in range(rules.MOST_PARTS - len(queries.the(LAYOUT, TODAY).parts)):
        actions.name_part(LAYOUT, "", Text(str(number), str(number)), **by)
    with pytest.raises(refusals.TooMuch):
        actions.name_part(LAYOUT, "", Text("One more", "Un arall"), **by)
    there = slugs(queries.being_changed(LAYOUT, TODAY))
    assert len(there) == rules.MOST_PARTS == len(set(there))


@pytest.mark.parametrize("language", ["en", "cy"])
def test_from_the_list_to_in_force_on_the_screen(cast, at_desk, language):
    received(cast, 9)
    browser, base = at_desk("robin"), BASE.replace("/en/", f"/{language}/")
    one = f"{base}of/{LAYOUT}/"
    assert "quality-of-service" in said(browser.get(base))
    assert browser.post(f"{one}arrange/", {"does": "up", "part": "why", "what": ""}).status_code == 302
    assert browser.post(f"{one}arrange/", {"does": "add", "part": "why", "what": "charts/series:logged"}).status_code == 302
    assert browser.post(f"{one}arrange/", {"does": "up", "part": "in-short", "what": "figures/often"}).status_code == 302
    assert browser.post(f"{one}arrange/", {"does": "add", "part": "why", "what": "charts/none"}).status_code == 422
    assert browser.post(f"{one}part/new/", {"en": "Extra", "cy": ""}).status_code == 422
    assert browser.post(f"{one}part/new/", {"en": "Extra part", "cy": "Rhan ychwanegol"}).status_code == 302
    look = said(browser.get(f"/{language}/staff/board-reports/look/{LAYOUT}/"))
    assert ("Extra part" if language == "en" else "Rhan ychwanegol") in look and not Report.objects.exists()
    asked = {"since-day": str(TODAY.day), "since-month": str(TODAY.month), "since-year": str(TODAY.year)}
    assert browser.post(f"{one}from/", asked).status_code == 302
    now = queries.the(LAYOUT, TODAY)
    assert slugs(now)[-1] == "part-1" and slugs(now)[1] == "why" and now.parts[1].charts == ("series:logged",)


def test_only_who_draws_reports_up_lays_them_out(cast, at_desk):
    for who in ("sam", "dana", "pat", "toni"):
        assert at_desk(who).get(BASE).status_code == 403
        assert at_desk(who).post(f"{BASE}of/{LAYOUT}/arrange/", {"does": "up", "part": "why"}).status_code == 403
    assert not Draft.objects.exists()
    assert at_desk("jo").get(f"{BASE}of/no-such/").status_code == 404


def test_a_figure_of_others_stands_in_reports_drawn_up_from_its_day(cast, at_desk):
    where = "Their own pages, looked at in May."
    line = Beside("contacts", "similar", Decimal(1250), date(2026, 1, 1), "The board asked", source=where)
    set_line(line, by=cast.jo, at=AFTER)
    received(cast, 9)
    report = months.draw_up(LAYOUT, FEBRUARY, by=cast.robin, at=AFTER)
    page = said(at_desk("jo").get(f"/en/staff/board-reports/{report.pk}/"))
    assert "1,250" in page and where in page


def test_every_layout_of_a_pack_names_figures_there_are():
    from offices import known, load
    from putright.layouts import offered

    items = offered.items("en")
    for slug in known():
        for layout in load(slug).layouts:
            for part in layout.parts:
                for kind in rules.KINDS:
                    assert set(getattr(part, kind)) <= set(items[kind]), (slug, layout.slug, part.slug)


def test_each_page_takes_the_same_queries_however_much_there_is(cast, at_desk, django_assert_max_num_queries):
    browser = at_desk("jo")
    by = {"by": cast.jo, "at": datetime(2026, 3, 1, tzinfo=UTC)}
    for number in range(5):
        actions.begin(f"Board {number}", f"Bwrdd {number}", **by)
    for page in ("", f"of/{LAYOUT}/"):
        with django_assert_max_num_queries(QUERIES):
            assert browser.get(f"{BASE}{page}").status_code == 200
