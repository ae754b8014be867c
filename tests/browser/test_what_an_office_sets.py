"""What an office sets and keeps for itself, in a real browser: its hours by two people, what a forum should hear, its place among
all forces, and the pages beside them. In both languages, by axe, at 320 and 1280."""

from datetime import date, timedelta

import pytest

from .public_form import follow
from .staff import TODAY, said_by, typed_day

pytestmark = pytest.mark.browser
NEXT_YEAR = timedelta(days=400)  # far enough that no other journey meets it


@pytest.fixture
def today(live_office):
    return date.fromisoformat(said_by(live_office, TODAY, "today"))


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_two_people_change_the_opening_hours_from_a_day_on(page, go, as_, judged, today, lang):
    to = {"en": "to", "cy": "tan"}[lang]
    as_("handler")
    go(f"/{lang}/staff/promises/")
    follow(page, page.locator("main a[href$='/promises/hours/']"))
    typed_day(page, "since", today + NEXT_YEAR)
    page.locator("input[name=tue]").fill("all day")
    page.locator("input[name=why]").fill("A longer day, tried for a year")
    follow(page, page.locator("main form button").last)
    assert page.locator(".govuk-error-summary").count() and page.locator("input[name=tue]").input_value() == "all day"
    assert judged() == []
    page.locator("input[name=tue]").fill("8 - 8")
    follow(page, page.locator("main form button").last)
    assert f"08:00 {to} 20:00" in page.locator("main").inner_text() and judged() == []
    there = page.url
    as_("supervisor")
    go(there)
    page.locator("input[name=answer][value=agree]").check()
    follow(page, page.locator("main form button").last)
    go(f"/{lang}/staff/promises/")
    assert f"08:00 {to} 20:00" in page.locator("main").inner_text()


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_a_forum_hears_of_it_and_what_comes_back_is_kept(page, go, as_, judged, today, lang):
    as_("handler")
    go(f"/{lang}/staff/forums/rural-crime/")
    reference = page.locator("main a[href*='/staff/cases/PR-']").last.inner_text().strip()
    go(f"/{lang}/staff/cases/{reference}/forum/")
    said = f"People by the river ask, in {lang}, whom to ring about nets at night."
    page.locator("textarea[name=words]").fill(f"{reference} asks about nets.")
    follow(page, page.locator("main form button").last)
    assert page.locator(".govuk-error-summary").count() and judged() == []
    page.locator("textarea[name=words]").fill(said)
    follow(page, page.locator("main form button").last)
    go(f"/{lang}/staff/forums/rural-crime/paper/")
    paper = page.locator("main").inner_text()
    assert said in paper and "PR-" not in paper
    go(f"/{lang}/staff/forums/rural-crime/meeting/")
    page.get_by_label(said).check()
    typed_day(page, "on", today)
    follow(page, page.locator("main form button").last)
    go(f"/{lang}/staff/forums/rural-crime/?show=brought")
    row = page.locator("main article", has_text=said)
    follow(page, row.locator("a[href$='/back/']"))
    typed_day(page, "on", today)
    page.locator("textarea[name=words]").fill("A card with one number.")
    follow(page, page.locator("main form button").last)
    go(f"/{lang}/staff/forums/rural-crime/?show=back")
    assert "A card with one number." in page.locator("main article", has_text=said).inner_text()


@pytest.mark.parametrize(("lang", "place"), [("en", "Place 2 of 4"), ("cy", "Lle 2 o 4")])
def test_a_published_table_is_pasted_and_says_our_place(page, go, as_, judged, lang, place):
    as_("supervisor")
    go(f"/{lang}/staff/places/new/")
    page.locator("select[name=figure]").select_option("cases-each-thousand")
    page.locator("input[name=period]").fill("2017/18")
    typed_day(page, "until", date(2018, 3, 31))
    page.locator("textarea[name=rows]").fill("Force\tCases\nOne force\t12\nOur own\t11.5\nOne more\t9\nAnother\t7")
    page.locator("input[name=source]").fill("An invented bulletin")
    follow(page, page.locator("main form button").last)
    assert page.locator(".govuk-error-summary").count() and judged() == []
    page.locator("input[name=ours]").fill("Our own")
    follow(page, page.locator("main form button").last)
    assert place in page.locator("main").inner_text() and judged() == []
    follow(page, page.locator("main h3 a", has_text="2017/18").first)
    assert page.locator("main tr#ours").count() == 1 and judged() == []


@pytest.mark.parametrize("lang", ["en", "cy"])
@pytest.mark.parametrize("address", ["form/", "days/", "diary/order/policies/", "value/", "value/rates/", "learning/lessons/"])
def test_the_pages_beside_them(page, live_office, as_, judged, lang, address):
    as_("supervisor")
    assert page.goto(f"{live_office.address}/{lang}/staff/{address}").status == 200
    assert judged() == []
