"""A screen at a station in a real browser: open to all, and Back shows nothing of the person before."""

import re

import pytest

from tests.browser.public_form import follow
from tests.browser.test_public_pages import LANGUAGES, judged

pytestmark = pytest.mark.browser
WORDS = "Nobody at this desk would listen."
OPEN = """
import django; django.setup()
from gateways import clock
from putright.contacts.channels.counter.actions import open_counter
from putright.people.models import Handler
print(open_counter("Hatfield", by=Handler.objects.filter(role="supervisor").first(), at=clock.now())[1])
"""


@pytest.fixture(scope="module")
def code(live_office) -> str:
    import subprocess
    import sys

    done = subprocess.run([sys.executable, "-c", OPEN], env=live_office.env, capture_output=True, text=True, check=True)
    return re.search(r"\w{10}", done.stdout)[0]


@LANGUAGES
def test_every_page_is_open_to_all_and_back_shows_nothing(page, live_office, axe, sideways, code, lang):
    found, start = {}, f"{live_office.address}/{lang}/counter/"
    page.goto(start)
    found["code"] = judged(page, axe, sideways)
    page.fill("input[name=code]", code)
    follow(page, page.locator("main form button"))
    found["start"] = judged(page, axe, sideways)
    follow(page, page.locator("main a.govuk-button"))
    found["tell"] = judged(page, axe, sideways)
    follow(page, page.locator("main form button[type=submit]:not([name])"))
    found["tell, with errors"] = judged(page, axe, sideways)
    page.check("input[value=complaint]")
    page.fill("textarea[name=words]", WORDS)
    follow(page, page.locator("main button[name=more]"))
    assert page.input_value("textarea[name=words]") == WORDS
    follow(page, page.locator("main form button[type=submit]:not([name])"))
    found["done"] = judged(page, axe, sideways)
    reference = re.search(r"PR-\w{5}-\w{5}", page.content())[0]
    follow(page, page.locator("main a.govuk-button"))
    for _step in range(6):
        assert WORDS not in page.content()
        assert reference not in page.content()
        page.evaluate("history.back()")
        page.wait_for_timeout(300)
    assert {name: faults for name, faults in found.items() if faults} == {}
