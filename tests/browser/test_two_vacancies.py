"""A board's two questions in a real browser: how many staff, and what will two vacancies do? Both answers, the longer day, the
picture with its table, and the address that says all of it again to somebody else."""

import re

import pytest

from .public_form import follow

pytestmark = pytest.mark.browser
START = "/{}/staff/staffing/"


def number(words: str) -> float:
    return float(re.search(r"[\d,]+(?:\.\d+)?", words)[0].replace(",", ""))


def asked_again(page, go, as_) -> None:
    """The same address says the same to an analyst, who may change nothing."""
    before = page.locator("main").inner_text()
    as_("analyst")
    go(page.url)
    assert number(before) == number(page.locator("main").inner_text())
    as_("supervisor")


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_how_many_staff_and_a_longer_day_asks_for_more(page, go, as_, judged, lang):
    as_("supervisor")
    go(START.format(lang))
    panel = page.locator("main .govuk-panel").first
    wanted = number(panel.inner_text())
    assert wanted > 1 and page.locator("main svg[role=img]").count() and page.locator("main table").count()
    page.locator("main details.app-not-printed summary").click()
    page.locator("main input[name=open][value='8-20']").check()
    follow(page, page.locator("main form:not([method=post]) button").last)
    assert "open=8-20" in page.url and judged() == []
    assert number(panel.inner_text()) >= wanted
    asked_again(page, go, as_)


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_two_vacancies_lose_more_callers_than_none_and_two_posts_less(page, go, as_, judged, lang):
    as_("supervisor")
    lost = []
    for empty in ("0", "2"):
        go(f"{START.format(lang)}vacancies/?empty={empty}")
        assert page.locator("main svg[role=img]").count() and page.locator("main table").count()
        lost.append(number(page.locator("main .govuk-panel").first.inner_text()))
    assert lost[1] > lost[0], "of 100 callers, more give up"
    follow(page, page.locator("main form:not([method=post]) button").last)
    assert "empty=2" in page.url and judged() == []
    asked_again(page, go, as_)
