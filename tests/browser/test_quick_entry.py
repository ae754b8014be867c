"""A telephone call settled at once, by keyboard alone, counted and timed; and the screen open to all."""

import pytest

from .public_form import follow

pytestmark = pytest.mark.browser
KEYS, SECONDS = 25, 60
WORDS_A_MINUTE = 60
NAME, SAID, TOLD = (
    "Mair Elin Humphreys",
    "Nobody has told me what happened about my shed being broken into in March.",
    "I found the report and read her the update from yesterday. She is content.",
)
SESSION = """
from allauth.account.internal.flows import login as both
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.conf import settings
from putright.people.models import Handler
user = Handler.objects.filter(role="handler", left_on=None, user__is_active=True).order_by("pk").first().user
session = SessionStore()
session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
session[both._AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
session[both.AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password", "at": 0}, {"method": "mfa", "type": "totp", "at": 0}]
session.create()
print("session", session.session_key)
"""


@pytest.fixture(scope="module")
def session(live_office):
    """A signed-in session, as after both factors; signing in itself is tried in tests/config."""
    said = live_office.manage("shell", "-c", SESSION)
    return next(line.split()[1] for line in said.splitlines() if line.startswith("session "))


@pytest.fixture
def staff(page, live_office, session):
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_office.address}])
    return page


class Keyboard:
    """Presses keys as a person would, and counts those that are not words being typed."""

    def __init__(self, page):
        self.page, self.pressed, self.letters = page, 0, 0

    def press(self, *keys):
        for key in keys:
            self.pressed += key.count("+") + 1 if len(key) > 1 else 1
            self.page.keyboard.press(key)

    def type(self, words):
        self.letters += len(words)
        self.page.keyboard.type(words)

    def focused(self):
        return self.page.evaluate("document.activeElement.id || document.activeElement.name")

    def tab_to(self, place):
        for _ in range(8):
            self.press("Tab")
            if self.focused().startswith(place):
                return
        raise AssertionError(f"{place} is more than 8 presses of Tab away; now at {self.focused()}")

    @property
    def typing_seconds(self):
        return self.letters / 5 / WORDS_A_MINUTE * 60


def clocked(page):
    return page.evaluate("performance.timeOrigin + performance.now()") / 1000


def write_down(keyboard):
    keyboard.type(NAME)
    keyboard.page.wait_for_timeout(400)
    keyboard.tab_to("id_words")
    keyboard.type(SAID)
    keyboard.tab_to("id_kind")
    keyboard.press("ArrowDown", "ArrowDown")
    assert keyboard.page.locator("input[name=kind]:checked").input_value() == "enquiry"
    keyboard.tab_to("id_reason")
    keyboard.press("N", "o")  # the list goes to the first reason that begins so
    assert keyboard.page.input_value("#id_reason") == "informed.no-update"
    keyboard.tab_to("id_answer")
    keyboard.type(TOLD)
    keyboard.press("Control+Enter")
    keyboard.page.wait_for_url("**/entered")


def test_a_call_is_settled_within_a_minute_and_25_keys(staff, live_office, capsys):
    staff.goto(f"{live_office.address}/en/staff/contacts/new")
    assert staff.evaluate("document.activeElement.id") == "id_who"
    keyboard, began = Keyboard(staff), clocked(staff)
    write_down(keyboard)
    seconds = clocked(staff) - began + keyboard.typing_seconds
    with capsys.disabled():
        print(f"\n  a call settled at once: {keyboard.pressed} keys beyond {keyboard.letters} letters of words; "
              f"{seconds:.1f} s, of which typing at {WORDS_A_MINUTE} words a minute {keyboard.typing_seconds:.1f} s")  # fmt: skip
    assert "It is settled." in staff.inner_text("main")
    assert keyboard.pressed <= KEYS
    assert seconds <= SECONDS


def test_somebody_known_is_found_as_the_name_is_typed_and_chosen_by_arrows(staff, live_office):
    new = f"{live_office.address}/en/staff/contacts/new"
    staff.goto(new)
    write_down(Keyboard(staff))
    staff.goto(new)
    keyboard = Keyboard(staff)
    keyboard.type("humphreys mair")
    staff.get_by_text("Is it one of these?").wait_for()
    keyboard.tab_to("known")
    keyboard.press("ArrowDown")
    assert staff.evaluate("document.activeElement.value").startswith("person:")
    keyboard.tab_to("id_words")
    keyboard.type("She rang again.")
    keyboard.press("Control+Enter")
    staff.wait_for_url("**/entered")
    assert "It is open" in staff.inner_text("main")
    keyboard.press("Enter")  # the next contact is one press away
    staff.wait_for_url("**/contacts/new")


def test_without_scripts_a_button_looks_them_up_and_nothing_is_lost(chromium, live_office, session):
    context = chromium.new_context(java_script_enabled=False)
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_office.address}])
    page = context.new_page()
    page.goto(f"{live_office.address}/cy/staff/contacts/new")
    page.fill("#id_who", "zz nobody")
    page.fill("#id_words", "Geiriau a gedwir")
    follow(page, page.locator("#id_who"), "Enter")
    assert page.input_value("#id_words") == "Geiriau a gedwir" and page.input_value("#id_who") == "zz nobody"
    follow(page, page.locator("button[value=settle]"))
    assert page.locator(".govuk-error-summary").count() == 1 and page.input_value("#id_words") == "Geiriau a gedwir"
    page.fill("#id_answer", "Dywedwyd wrthi.")
    follow(page, page.locator("button[value=settle]"))
    assert page.url.endswith("/entered")
    context.close()


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_screens_of_the_desk_are_open_to_all(staff, live_office, axe, sideways, language, width):
    staff.set_viewport_size({"width": width, "height": 900})
    start = f"{live_office.address}/{language}/staff"
    staff.goto(f"{start}/my-work/?show=team")
    case = staff.locator(".app-worklist a").first.get_attribute("href")
    forms = [f"{live_office.address}{case}{form}" for form in ("note", "spoke", "allege", "officer", "keep-out")]
    lists = [f"{start}/my-work/?show=team", f"{start}/find/?q=a", f"{start}/contacts/new", f"{live_office.address}{case}"]
    for address in lists + forms:
        staff.goto(address)
        assert axe(staff) == [], address
        assert not sideways(staff), address
