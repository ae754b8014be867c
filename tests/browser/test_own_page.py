"""Somebody's own page in a real browser: open to all by axe at both widths, in both languages, by keyboard, without scripts."""

import re

import pytest

from .public_form import follow
from .test_public_pages import LANGUAGES, NARROW, WIDE, tab_to

pytestmark = pytest.mark.browser
PAGES = ["", "told/", "write/", "record/", "withdraw/", "how-it-is/", "safe/", "reading/", "word/", "details/"]
SCRIPT = """
from gateways import clock
from putright.letters.actions import write_letter
from putright.outbox.actions import note_sent
from tests.letters.cases import told
from tests.make import people
from tests.make.passes import code
at = clock.now()
case = told(people.person("Mared Puw", email="mared@complainant.example"), at=at)
note_sent(write_letter(case, "acknowledgement", {}, by=None, at=at), by=None, at=at)
print("OWN", case.reference, code(case, at=at)[1])
"""


@pytest.fixture
def key(live_office) -> tuple[str, str]:
    """A reference and its code."""
    reference, code = re.search(r"OWN (\S+) (\S+)", live_office.manage("shell", "-v", "0", "-c", SCRIPT)).groups()
    return reference, code


def come_in(page, live_office, lang, key) -> None:
    page.goto(f"{live_office.address}/{lang}/your-page/come-in/")
    page.fill("[name=reference]", key[0])
    page.fill("[name=code]", key[1])
    page.locator("main form button").click()
    page.wait_for_url(f"**/{lang}/your-page/")


def judged(page, axe, sideways) -> list[str]:
    found = []
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        found += axe(page)
    return found + (["scrolls sideways at 320 pixels"] if sideways(page) else [])


@LANGUAGES
def test_every_page_is_open_to_all_and_so_are_its_errors(page, live_office, axe, sideways, lang, key):
    found = {}
    for address in ("come-in/", "link/", "link/AAAA-BBBB-CCCC-DDDD-EEEE-FFFF/"):
        page.goto(f"{live_office.address}/{lang}/your-page/{address}")
        found[address] = judged(page, axe, sideways)
        follow(page, page.locator("main form button"))
        assert page.locator(".govuk-error-summary").count() == 1, address
        found[f"{address}, with an error"] = judged(page, axe, sideways)
    come_in(page, live_office, lang, key)
    for address in PAGES:
        page.goto(f"{live_office.address}/{lang}/your-page/{address}")
        found[address or "home"] = judged(page, axe, sideways)
    page.goto(f"{live_office.address}/{lang}/your-page/")
    follow(page, page.locator("main a[href*='/letters/']").first)
    found["letter"] = judged(page, axe, sideways)
    assert {name: faults for name, faults in found.items() if faults} == {}


@LANGUAGES
def test_without_scripts_somebody_comes_in_writes_and_leaves(chromium, live_office, lang, key):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    come_in(page, live_office, lang, key)
    page.goto(f"{live_office.address}/{lang}/your-page/write/")
    page.fill("[name=words]", "Words without scripts")
    page.locator("main form button").click()
    page.wait_for_url("**/your-page/?done=sent")
    page.goto(f"{live_office.address}/{lang}/your-page/told/")
    assert "Words without scripts" in page.locator("main").inner_text()
    leaves = page.locator(".govuk-exit-this-page__button").get_attribute("href")
    assert leaves == f"/{lang}/your-page/leave/"
    context.request.get(f"{live_office.address}{leaves}", max_redirects=0)
    page.goto(f"{live_office.address}/{lang}/your-page/")
    assert page.url.endswith("/your-page/come-in/")
    context.close()


def test_by_keyboard_alone(page, live_office, key):
    page.goto(f"{live_office.address}/en/your-page/come-in/")
    tab_to(page, "[name=reference]")
    page.keyboard.type(key[0])
    tab_to(page, "[name=code]")
    page.keyboard.type(key[1])
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/your-page/")
    tab_to(page, "a[href$='/your-page/record/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/record/")
    tab_to(page, "main form button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/your-page/?done=asked")
