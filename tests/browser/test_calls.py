"""A call that rings while the desk is open: it appears by itself, is said aloud, and is written down by keyboard alone."""

import pytest

from tests.browser.office import LiveOffice
from tests.browser.test_quick_entry import SESSION

pytestmark = pytest.mark.browser
JOSS = "07700 900101"  # demo/live_cases.toml


@pytest.fixture(scope="module")
def live_office(tmp_path_factory):
    """One without history, to itself: other tests must not find its calls."""
    with LiveOffice(tmp_path_factory.mktemp("calls"), furnish=(("demo", "hertfordshire", "--without-history"),)) as office:
        yield office


@pytest.fixture
def desk(page, live_office):
    said = live_office.manage("shell", "-c", SESSION)
    session = next(line.split()[1] for line in said.splitlines() if line.startswith("session "))
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_office.address}])
    return page


def waiting(desk):
    return desk.locator("#calls-now h3").count()


def test_it_appears_by_itself_is_said_and_is_written_down_without_a_mouse(desk, live_office, axe):
    desk.goto(f"{live_office.address}/en/staff/calls/")
    before = waiting(desk)
    live_office.manage("ring", JOSS)
    desk.locator("#calls-now h3").nth(before).wait_for(timeout=20_000)
    assert desk.inner_text("#calls-said") == f"Callers waiting: {before + 1}"
    assert axe(desk) == []
    desk.locator("#calls-now a", has_text="Write this call down").last.focus()
    desk.keyboard.press("Enter")
    desk.wait_for_selector("#known-nobody")
    assert desk.evaluate("document.activeElement.id") == "known-nobody"  # nobody is chosen for the handler
    assert desk.input_value("#id_who") == JOSS and axe(desk) == []
    desk.keyboard.press("ArrowDown")
    assert desk.evaluate("document.activeElement.value").startswith("person:")
    desk.keyboard.press("Tab")
    desk.keyboard.type("When will somebody ring me back?")
    desk.keyboard.press("Control+Enter")
    desk.wait_for_selector(".app-read-out")


def test_what_has_the_focus_keeps_it_when_the_list_changes(desk, live_office):
    desk.goto(f"{live_office.address}/en/staff/calls/")
    desk.locator("#calls-now a", has_text="Write this call down").first.focus()
    here = desk.evaluate("document.activeElement.getAttribute('href')")
    before = waiting(desk)
    live_office.manage("ring")
    desk.locator("#calls-now h3").nth(before).wait_for(timeout=20_000)
    assert desk.evaluate("document.activeElement.getAttribute('href')") == here


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_the_pages_of_calls_are_open_to_all(page, live_office, axe, lang):
    said = live_office.manage("shell", "-c", SESSION.replace('role="handler"', 'role="supervisor"'))
    session = next(line.split()[1] for line in said.splitlines() if line.startswith("session "))
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_office.address}])
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        for address in ("", "figures", "yardstick", "unmatched", "load"):
            page.goto(f"{live_office.address}/{lang}/staff/calls/{address}")
            assert axe(page) == [], address
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{address} is {wide} wide at {width}"
