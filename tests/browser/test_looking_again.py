"""Looking again, in a real browser: a case of the month's sample from the draw to its handler's answer, and a mystery visit from
its plan to the place's own page. Each page open to all, and none wider than a telephone."""

from datetime import date

import pytest

from .public_form import follow
from .staff import TODAY, said_by, typed_day

pytestmark = pytest.mark.browser
FINDING = "Kind from the first word, and she knew what happens next."
ANSWER = "Thank you. I will say it sooner."
SEEN = "Greeted at the door, and asked into a side room."
HANDLER = """
from putright.people.models import Handler
print("who", Handler.objects.filter(role="handler", left_on=None, user__is_active=True).order_by("pk").first().pk)
"""
WHOSE = """
from putright.quality.models import Look
print("whose", Look.objects.order_by("-pk").first().handler_id)
"""


def answer_all(page, words: str) -> None:
    """Every question of the list with “yes”, and the first box with words."""
    for one in page.locator("main input[type=radio][value=met]").all():
        one.check()
    page.locator("main textarea").first.fill(words)


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_a_case_of_the_sample_from_the_draw_to_its_handlers_answer(page, live_office, go, as_, lang):
    base = f"/{lang}/staff/sample/"
    as_("senior")
    go(f"{base}draws/")
    go(page.locator(f"main a[href*='{base}draws/']").first.evaluate("link => link.href"))
    go(base)
    go(page.locator(f"main a[href^='{base}']").filter(has_text="PR-").first.evaluate("link => link.href"))
    reference = page.locator("main a[href*='/cases/']").first.inner_text().split()[-1]
    answer_all(page, f"{FINDING} {lang}")
    follow(page, page.locator("main button[type=submit]"))
    assert reference not in page.locator(f"main a[href^='{base}']").all_inner_texts(), "looked at, it waits no more"
    as_(said_by(live_office, WHOSE, "whose"))
    go(f"/{lang}/staff/my-work/")
    follow(page, page.locator("a[href*='/sample/findings/']").first)
    go(page.locator("main a").filter(has_text=reference).first.evaluate("link => link.href"))
    assert f"{FINDING} {lang}" in page.locator("main").inner_text()
    page.locator("input[name=agrees][value=yes]").check()
    page.locator("textarea[name=words]").fill(f"{ANSWER} {lang}")
    follow(page, page.locator("main button[type=submit]"))
    as_("senior")
    go(base)
    assert f"{ANSWER} {lang}" in page.locator("main").inner_text()


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_a_mystery_visit_from_its_plan_to_the_places_own_page(page, live_office, go, as_, lang):
    base, today = f"/{lang}/staff/visits/", date.fromisoformat(said_by(live_office, TODAY, "today"))
    as_("senior")
    go(f"{base}plan/visit/")
    for name, number in (("place", 1), ("scenario", 1)):
        page.locator(f"select[name={name}]").select_option(index=number)
    page.locator("select[name=shopper]").select_option(value=said_by(live_office, HANDLER, "who"))
    typed_day(page, "due", today)
    follow(page, page.locator("main button[type=submit]"))
    as_("handler")
    go(base)
    go(page.locator(f"main a[href^='{base}']").first.evaluate("link => link.href"))
    answer_all(page, f"{SEEN} {lang}")
    typed_day(page, "on", today)
    follow(page, page.locator("main button[type=submit]"))
    as_("local_supervisor")
    go(f"{base}results/")
    go(page.locator(f"main a[href^='{base}results/']").first.evaluate("link => link.href"))
    shown = page.locator("main").inner_text()
    assert f"{SEEN} {lang}" in shown and str(today.day) + " " not in shown.split(SEEN)[0], "never the day"
