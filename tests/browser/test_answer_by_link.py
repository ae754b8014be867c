"""A sergeant at the roadside with a link and a phone 320 pixels wide: answered, given back, not theirs, too old, used, made up.
After each press the handler's case says what came of it."""

import re

import pytest

from .public_form import follow
from .test_public_pages import LANGUAGES, NARROW, judged

pytestmark = pytest.mark.browser
SCRIPT = """
from datetime import timedelta
from gateways import clock
from putright.allocation.rules import Asked
from putright.cases.models import Case
from putright.chasing.actions.outside import Addressee, ask_outside
from putright.people.models import Handler, Team
from tests.make import contacts, people
by, team = Handler.objects.filter(role="handler").order_by("pk").first(), Team.objects.filter(kind="local").first()
for days in (0, 0, 0, 40):
    at = clock.now() - timedelta(days=days)
    case = contacts.contact(people.person("Amir Haddad"), kind="dissatisfaction", at=at).case
    Case.objects.filter(pk=case.pk).update(stage="in_recovery")
    case.refresh_from_db()
    who = Addressee("Sgt Nia Bowen", told="He shouted at my mother.", language="cy")
    print("LINK", case.reference, ask_outside(case, team, Asked("Please ring her", "apology"), who, by=by, at=at))
"""
CAME = """
from putright.cases.models import Event
told = Event.objects.filter(case__reference="{}").order_by("seq").values_list("verb", flat=True)
print("CAME", " ".join(told))
"""
SAYS = {
    "en": {"asked": "Please put this right", "done": "We have your answer", "used": "We have the answer",
           "off": "We have switched it off",
           "wrong": "This link was switched off", "late": "This link is too old", "forged": "This link does not work"},
    "cy": {"asked": "Unionwch hyn", "done": "Mae eich ateb gennym", "used": "Mae’r ateb gennym", "off": "Rydym wedi ei diffodd",
           "wrong": "Diffoddwyd y ddolen hon", "late": "Mae’r ddolen hon yn rhy hen",
           "forged": "Nid yw’r ddolen hon yn gweithio"},
}  # fmt: skip


@pytest.fixture
def links(live_office):
    """(reference, secret) of three that work and one that is too old."""
    return re.findall(r"LINK (\S+) (\S+)", live_office.manage("shell", "-v", "0", "-c", SCRIPT))


@pytest.fixture
def phone(page, live_office):
    """Open a link on the phone; the page that comes."""
    page.set_viewport_size(NARROW)

    def opens(lang, secret):
        page.goto(f"{live_office.address}/{lang}/put-right/{secret}/")
        return page

    return opens


def came_of(live_office, reference):
    return live_office.manage("shell", "-v", "0", "-c", CAME.format(reference)).split("CAME ")[1].split()


def answered(page, did, content=""):
    page.check(f"input[name=did][value={did}]")
    page.fill("textarea[name=words]", "I rang her and we talked.")
    if content:
        page.check(f"input[name=content][value={content}]")
    follow(page, page.locator("main form button").first)


@LANGUAGES
def test_every_path_of_a_link_on_a_phone(phone, live_office, axe, sideways, lang, links):
    says = SAYS[lang]
    (one, first), (two, second), (three, third), (_four, old) = links
    page = phone(lang, first)
    assert judged(page, axe, sideways) == []
    follow(page, page.locator("main form button").first)  # nothing chosen: nothing is lost, and it says what is wrong
    assert page.locator(".govuk-error-summary").count() == 1 and judged(page, axe, sideways) == []
    answered(page, "apology", "yes")
    page.wait_for_url("**/put-right/thank-you/")
    assert says["done"] in page.inner_text("main") and judged(page, axe, sideways) == []
    assert says["used"] in phone(lang, first).inner_text("main") and judged(page, axe, sideways) == []
    assert came_of(live_office, one)[-1] == "answered_back"

    answered(phone(lang, second), "give_back")
    page.wait_for_url("**/put-right/thank-you/")
    assert came_of(live_office, two)[-1] == "given_back"

    follow(page, phone(lang, third).locator("form[action*='/not-me/'] button"))
    assert says["off"] in page.inner_text("main") and judged(page, axe, sideways) == []
    assert says["wrong"] in phone(lang, third).inner_text("main")
    assert came_of(live_office, three)[-1] == "link_not_them"

    for secret, said in ((old, "late"), ("ABCD-" * 5 + "ABCD", "forged"), (f"{first}X", "forged")):
        assert says[said] in phone(lang, secret).inner_text("main"), said
        assert judged(page, axe, sideways) == []
        assert page.locator("main form").count() == 0
