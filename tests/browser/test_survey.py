"""The survey in a real browser: open to all by axe at both widths, in both languages, its errors too; by keyboard, without
scripts; on a light page that loads nothing from elsewhere."""

import re

import pytest

from .public_form import follow
from .test_own_page import judged
from .test_public_pages import LANGUAGES, tab_to

pytestmark = pytest.mark.browser
SCRIPT = """
from gateways import clock
from tests.make import contacts, people, surveys
at = clock.now()
surveys.surveys(at)
person = people.person("Mared Puw", email="mared@complainant.example", at=at)
case = contacts.contact(person, at=at, kind="complaint").case
print("SURVEY", surveys.asked(case, person, at=at)[1], surveys.asked(None, None, at=at)[1])
"""


@pytest.fixture
def codes(live_office) -> tuple[str, str]:
    return re.search(r"SURVEY (\S+) (\S+)", live_office.manage("shell", "-v", "0", "-c", SCRIPT)).groups()


@LANGUAGES
def test_every_page_of_a_survey_is_open_to_all_and_so_are_its_errors(page, live_office, axe, sideways, lang, codes):
    found, start = {}, f"{live_office.address}/{lang}/survey/"
    for address in (start, f"{start}{codes[0]}/"):
        page.goto(address)
        found[address] = judged(page, axe, sideways)
        follow(page, page.locator("main form button").first)
        assert page.locator(".govuk-error-summary").count() == 1, address
        found[f"{address}, with an error"] = judged(page, axe, sideways)
    for address in (f"{start}0000-0000-0000/", f"{start}thank-you/"):
        page.goto(address)
        found[address] = judged(page, axe, sideways)
    assert not {address: faults for address, faults in found.items() if faults}


@LANGUAGES
def test_answered_by_keyboard_alone_without_scripts(chromium, live_office, lang, codes):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_office.address}/{lang}/survey/{codes[0]}/")
    tab_to(page, "[name=overall]")
    page.keyboard.press("Space")
    tab_to(page, "[name=better]")
    page.keyboard.type("Ring on the day you said.")
    tab_to(page, "button[value=send]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/survey/thank-you/")
    context.close()
