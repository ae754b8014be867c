"""A link answered on a phone by somebody without an account: answered, used, too old, forged, come to the wrong person."""

import re
import time

import pytest

from .test_public_pages import LANGUAGES, NARROW, WIDE

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 640}
SCRIPT = """
from datetime import timedelta
from gateways import clock
from putright.allocation.rules import Asked
from putright.chasing.actions.outside import Addressee, ask_outside
from putright.people.models import Handler, Team
from tests.make import allocation as make, people
sam = Handler.objects.filter(role="handler").first()
team = Team.objects.filter(kind="local").first()
at = clock.now()
for name, asked_at in (("GOOD", at), ("OLD", at - timedelta(days=40)), ("WRONG", at)):
    case = make.case(people.person("Mared Puw", at=asked_at), stage="in_recovery", in_team=sam.team)
    who = Addressee("Sgt Nia Bowen", told="He shouted at my mother.", site="http://testserver/")
    print(name, ask_outside(case, team, Asked("Please ring her", "apology"), who, by=sam, at=asked_at))
"""


@pytest.fixture
def secrets(live_office) -> dict[str, str]:
    printed = live_office.manage("shell", "-v", "0", "-c", SCRIPT)
    return dict(re.findall(r"(GOOD|OLD|WRONG) (\S+)", printed))


def judged(page, axe, sideways) -> list[str]:
    found = []
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        found += axe(page)
    return found + (["scrolls sideways at 320 pixels"] if sideways(page) else [])


@LANGUAGES
def test_answered_on_a_phone_in_under_a_minute_and_once(page, live_office, axe, sideways, lang, secrets):
    address = f"{live_office.address}/{lang}/put-right/{secrets['GOOD']}/"
    page.goto(address)
    assert judged(page, axe, sideways) == []
    page.set_viewport_size(PHONE)
    began = time.monotonic()
    page.locator("main form button").first.click()
    assert page.locator(".govuk-error-summary").count() == 1 and axe(page) == []
    page.check("[name=did][value=apology]")
    page.fill("[name=words]", "I rang her and said sorry.")
    page.check("[name=content][value=yes]")
    page.locator("main form button").first.click()
    page.wait_for_url("**/put-right/thank-you/")
    assert time.monotonic() - began < 60 and judged(page, axe, sideways) == []
    page.goto(address)
    assert page.locator("main form").count() == 0 and judged(page, axe, sideways) == []
    assert "He shouted" not in page.content()


@LANGUAGES
def test_too_old_forged_and_come_to_the_wrong_person(page, live_office, axe, sideways, lang, secrets):
    page.set_viewport_size(PHONE)
    for secret in (secrets["OLD"], "ABCD-" * 5 + "ABCD"):
        page.goto(f"{live_office.address}/{lang}/put-right/{secret}/")
        assert page.locator("main form").count() == 0 and page.locator("main a[href^='tel:']").count() == 1
        assert judged(page, axe, sideways) == [] and "He shouted" not in page.content()
    page.goto(f"{live_office.address}/{lang}/put-right/{secrets['WRONG']}/")
    assert "Sgt Nia Bowen" in page.inner_text("main")
    page.locator("main form button").nth(1).click()
    assert judged(page, axe, sideways) == [] and page.locator("main form").count() == 0
    page.goto(f"{live_office.address}/{lang}/put-right/{secrets['WRONG']}/")
    assert page.locator("main form").count() == 0
