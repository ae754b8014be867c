"""Every public page in a real browser: open to all by axe, in both languages, wide and narrow, with and without scripts,
and with a keyboard alone."""

import re

import pytest

from tests.browser.public_form import EVERYTHING, each_page, fill, follow, press, slug
from tests.contacts.web.walk import ORDINARY

pytestmark = pytest.mark.browser
LANGUAGES = pytest.mark.parametrize("lang", ["en", "cy"])
GUIDES = [
    "you-said-we-did/", "what-works/",
    "what-we-expect/", "our-promises/", "your-rights/", "look-again/", "look-again/ask/", "help-and-support/", "other-bodies/",
    "leaflets/",
]  # fmt: skip
CLOSED = ["answer/7K3M-Q2X9-0000-0000-0000-0000/", "answer/thank-you/"]
TOLD = ["", "what-to-expect/", "accessibility/", "privacy/", "tell-us/come-back/", "tell-us/deleted/", "no-such-page/"]
PLAIN = [*GUIDES, *CLOSED, *TOLD]
NOTHING_TO_GET_WRONG = {"call-now", "where", "who", "wants", "files", "safe-contact", "help", "heard", "check", "sent"}
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}


def judged(page, axe, sideways) -> list[str]:
    """Faults by axe at both widths, and any page that must be scrolled sideways on the narrow one."""
    page.set_viewport_size(WIDE)
    found = axe(page)
    page.set_viewport_size(NARROW)
    return found + axe(page) + (["scrolls sideways at 320 pixels"] if sideways(page) else [])


@LANGUAGES
@pytest.mark.parametrize("address", PLAIN)
def test_every_page_that_tells_is_open_to_all(page, live_office, axe, sideways, lang, address):
    page.goto(f"{live_office.address}/{lang}/{address}")
    assert judged(page, axe, sideways) == []


ASKED = """
from gateways import clock
from putright.people.models import Handler
from tests.asking.questions import asked
from tests.make import contacts, people
by, at = Handler.objects.filter(role="handler").order_by("pk").first(), clock.now()
for kind in ("yes_no", "file", "date"):
    person = people.person("Ffion Rees", email="ffion@complainant.example")
    print(asked(contacts.contact(person, at=at).case, by=by, at=at, kind=kind)[1])
"""


@LANGUAGES
def test_the_page_behind_a_link_is_open_to_all_and_takes_an_answer_without_a_mouse(page, live_office, axe, sideways, lang):
    secrets = live_office.manage("shell", "-v", "0", "-c", ASKED).split()
    for secret in secrets:
        page.goto(f"{live_office.address}/{lang}/answer/{secret}/")
        assert judged(page, axe, sideways) == []
        press(page)
        assert page.locator(".govuk-error-summary").count() == 1
        assert judged(page, axe, sideways) == []
    page.goto(f"{live_office.address}/{lang}/answer/{secrets[0]}/")
    page.locator("input[value=yes]").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**/answer/thank-you/")


@LANGUAGES
def test_every_question_is_open_to_all_and_so_are_its_errors(page, live_office, axe, sideways, lang):
    found = {}
    for name in each_page(page, live_office.address, lang, EVERYTHING):
        found[name] = judged(page, axe, sideways)
        if name not in NOTHING_TO_GET_WRONG:
            press(page)
            assert page.locator(".govuk-error-summary").count() == 1, name
            found[f"{name}, with an error"] = axe(page) + (["scrolls sideways"] if sideways(page) else [])
    assert {name: faults for name, faults in found.items() if faults} == {}
    assert set(EVERYTHING) | {"check", "sent"} <= set(found)


@LANGUAGES
def test_the_page_with_the_code_is_open_to_all(page, live_office, axe, sideways, lang):
    page.goto(f"{live_office.address}/{lang}/tell-us/")
    fill(page, {"danger": "no"})
    follow(page, page.locator("main button[name=save]"))
    assert slug(page) == "saved"
    assert judged(page, axe, sideways) == []


@LANGUAGES
def test_the_page_that_was_open_too_long_keeps_the_words_and_is_open_to_all(page, live_office, axe, sideways, lang):
    page.goto(f"{live_office.address}/{lang}/tell-us/")
    fill(page, {"danger": "no"})
    press(page)
    fill(page, {"kind": "compliment"})
    press(page)
    fill(page, {"words": "Long words 😟"})
    page.context.clear_cookies()
    press(page)
    assert judged(page, axe, sideways) == []
    assert page.locator("main [name=words]").input_value() == "Long words 😟"
    press(page)
    assert slug(page) == "when"


@LANGUAGES
def test_the_whole_form_without_scripts(chromium, live_office, lang):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    walked = list(each_page(page, live_office.address, lang, EVERYTHING))
    assert walked[-2:] == ["check", "sent"]
    assert re.search(r"PR-\w{5}-\w{5}", page.locator("main").inner_text())
    context.close()


def focus(page) -> str:
    return page.evaluate("(e => e.name ? `${e.name}=${e.value}` : e.tagName)(document.activeElement)")


def tab_to(page, wanted: str) -> None:
    """Press Tab until the box with that name (or the unnamed button) has the focus, and see that the focus shows."""
    for _press in range(60):
        page.keyboard.press("Tab")
        matches = page.evaluate("selector => document.activeElement.matches(selector)", wanted)
        if matches:
            ring = page.evaluate(
                "(e => e.type == 'radio' || e.type == 'checkbox' ? 'drawn' : getComputedStyle(e).outlineStyle"
                " + getComputedStyle(e).boxShadow)(document.activeElement)"
            )
            assert ring != "nonenone", f"the focus on {wanted} cannot be seen"
            return
    raise AssertionError(f"{wanted} was not reached in 60 presses; the focus is on {focus(page)}")


def choose(page, name: str, value: str) -> None:
    """Reach a group of radios and move to the answer by arrows. The page must not leave by itself."""
    tab_to(page, f"[name='{name}']")
    page.keyboard.press("Space")
    for _press in range(10):
        if focus(page) == f"{name}={value}":
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{name}={value} was not reached by arrows")


def answer_by_keys(page, answers) -> None:
    for name, value in answers.items():
        kind = page.locator(f"main [name='{name}']").first.get_attribute("type")
        if kind == "radio":
            choose(page, name, value)
        elif kind == "checkbox":
            for one in value:
                tab_to(page, f"[name='{name}'][value='{one}']")
                page.keyboard.press("Space")
        else:
            tab_to(page, f"main [name='{name}']")
            page.keyboard.type(value)


@LANGUAGES
def test_the_whole_form_with_a_keyboard_alone(page, live_office, lang):
    page.goto(f"{live_office.address}/{lang}/")
    tab_to(page, "a[role=button][href*='tell-us']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tell-us/safe/")
    while slug(page) != "check":
        here = page.url
        answer_by_keys(page, ORDINARY[slug(page)])
        tab_to(page, "main form button:not([name])")
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url, here=here: url != here)
    tab_to(page, "main form button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tell-us/sent/")
    assert re.search(r"PR-\w{5}-\w{5}", page.locator("main").inner_text())


def test_the_language_can_be_changed_on_any_page_and_nothing_typed_before_is_lost(page, live_office):
    for name in each_page(page, live_office.address, "en", ORDINARY):
        if name in ("safe", "sent"):
            continue
        follow(page, page.locator("a[hreflang=cy]"))
        assert (slug(page), page.locator("html").get_attribute("lang")) == (name, "cy")
        follow(page, page.locator("a[hreflang=en]"))
    assert "Hertford" not in page.title()
