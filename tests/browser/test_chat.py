"""A chat in two real browsers, by keyboard, in both languages, open to all; and one without scripts.

The office believes it is a Friday morning: chats are taken in office hours only."""

import pytest

from .office import LiveOffice
from .public_form import follow
from .test_quick_entry import SESSION

pytestmark = pytest.mark.browser
FRIDAY = {"PUTRIGHT_FROZEN_AT": "2026-11-20T10:30+00:00"}
ABOUT = "Nobody has told me what happened about my stolen bicycle."
SMALL = """
from gateways import clock
from putright.codes.seeds import ensure
from putright.people.queries import office
from tests.make import people
people.office()
people.handler("Sam Handler", in_team=people.team())
ensure(office(), clock.now())
"""


@pytest.fixture(scope="module")
def open_office(tmp_path_factory):
    small = (("shell", "-c", SMALL),)
    with LiveOffice(tmp_path_factory.mktemp("chat"), furnish=small, extra=FRIDAY) as office:
        yield office


@pytest.fixture(scope="module")
def session(open_office):
    said = open_office.manage("shell", "-c", SESSION)
    return next(line.split()[1] for line in said.splitlines() if line.startswith("session "))


@pytest.fixture
def desk(chromium, open_office, session):
    """The handler's browser, taking chats."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(15_000)
    context.add_cookies([{"name": "sessionid", "value": session, "url": open_office.address}])
    page = context.new_page()
    troubles = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.goto(f"{open_office.address}/en/staff/chats/")
    page.check("input[name=takes][value=yes]")
    page.select_option("select[name=most]", "12")
    follow(page, page.locator(".app-chats__taking button"), "Enter")
    yield page
    context.close()
    assert troubles == []


def begins(page, office, language, **options):
    page.goto(f"{office.address}/{language}/chat/", **options)
    page.check("input[name=danger][value=no]")
    page.fill("#id_about", ABOUT)
    page.fill("#id_name", "Amir Haddad")
    page.locator("main form button[type=submit]").press("Enter")
    page.wait_for_url("**/chat/talk/")


def takes(desk):
    """By keyboard: the button of whoever waits longest. The next key is written to them."""
    desk.locator("[data-app-waiting] button").first.press("Enter")
    key = desk.locator("[data-app-one]:has(textarea:focus)").get_attribute("data-app-one")
    return desk.locator(f"[data-app-one='{key}']")


@pytest.fixture
def faults(axe, sideways):
    """What is wrong with a page by axe, or that it must be scrolled sideways."""
    return lambda page: axe(page) + ["scrolls sideways"] * sideways(page)


@pytest.mark.parametrize("language, width", [("en", 1280), ("cy", 320)])
def test_a_chat_by_keyboard_from_the_first_word_to_the_reference(page, desk, open_office, faults, language, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{open_office.address}/{language}/chat/")
    assert faults(page) == []
    begins(page, open_office, language)
    assert faults(page) == []
    panel = takes(desk)
    page.locator("textarea").focus()
    page.keyboard.type("Are you there?")
    panel.get_by_text("They are writing.").wait_for()
    page.keyboard.press("Control+Enter")
    panel.get_by_text("Are you there?").wait_for()
    assert panel.locator("[data-app-unanswered]").inner_text().startswith("2")
    desk.keyboard.type("Yes, I am reading it.")
    desk.keyboard.press("Control+Enter")
    page.get_by_text("Yes, I am reading it.").wait_for()
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA", "focus was taken from the writer"
    assert page.locator("[role=log][aria-live=polite] li").count() == 4
    assert faults(desk) == [] and faults(page) == []
    page.locator("button[value=leave]").press("Enter")
    page.wait_for_url("**/chat/ended/")
    assert "PR-" in page.locator(".govuk-panel").inner_text() and faults(page) == []
    panel.get_by_text("They ended the chat.").wait_for()


def test_a_stream_that_broke_comes_back_with_everything_once(tab, desk, open_office):
    page = tab  # being cut off is written to its console as an error, as it should be
    begins(page, open_office, "en")
    panel = takes(desk)
    page.context.set_offline(True)
    for number in range(3):
        desk.keyboard.type(f"Message {number}")
        desk.keyboard.press("Control+Enter")
        panel.locator("li", has_text=f"Message {number}").last.wait_for()
    page.fill("textarea", "Written while cut off")
    page.keyboard.press("Control+Enter")
    page.wait_for_timeout(700)
    page.context.set_offline(False)
    panel.locator("[data-app-log] li", has_text="Written while cut off").wait_for()
    page.get_by_text("Message 2").wait_for()
    said = page.locator("[data-app-log] .app-chat__words").all_inner_texts()
    assert sorted(said[1:]) == ["Message 0", "Message 1", "Message 2", "Written while cut off"]


def test_several_chats_side_by_side_and_half_written_words_are_kept(page, desk, open_office, chromium):
    begins(page, open_office, "en")
    first = takes(desk)
    desk.keyboard.type("Half a sen")
    other = chromium.new_context().new_page()
    begins(other, open_office, "cy")
    second = takes(desk)
    assert first.locator("textarea").input_value() == "Half a sen"
    desk.keyboard.type("Helo")
    desk.keyboard.press("Control+Enter")
    other.get_by_text("Helo").wait_for()
    assert "Helo" not in page.inner_text("main")
    second.get_by_role("link", name="End the chat").press("Enter")
    desk.wait_for_url("**/end/")
    desk.fill("#id_answer", "Read it to them.")
    desk.locator("button[value=settle]").press("Enter")
    desk.wait_for_url("**/cases/**")
    other.get_by_text("Mae’r sgwrs wedi gorffen.").first.wait_for()
    desk.goto(f"{open_office.address}/en/staff/chats/")
    assert "Half a sen" in [box.input_value() for box in desk.locator("[data-app-one] textarea").all()]
    other.context.close()


def test_without_scripts_everything_works_by_its_buttons(chromium, desk, open_office):
    context = chromium.new_context(java_script_enabled=False)
    visitor = context.new_page()
    begins(visitor, open_office, "en")
    assert visitor.locator("textarea").is_hidden()
    follow(visitor, visitor.get_by_role("link", name="Stop that, and write more now"))
    visitor.fill("textarea", "I have no scripts.")
    follow(visitor, visitor.locator("button[value=say]"))
    panel = takes(desk)
    panel.get_by_text("I have no scripts.").wait_for()
    desk.keyboard.type("That is all right.")
    desk.keyboard.press("Control+Enter")
    panel.locator("[data-app-log] li", has_text="That is all right.").wait_for()
    visitor.goto(f"{open_office.address}/en/chat/talk/")
    visitor.fill("textarea", "half written")
    follow(visitor, visitor.locator("button[value=look]"))
    assert "That is all right." in visitor.inner_text("main") and visitor.input_value("textarea") == "half written"
    follow(visitor, visitor.locator("button[value=leave]"))
    assert "PR-" in visitor.locator(".govuk-panel").inner_text()
    context.close()
