"""The staff's pages of the law and of triage in a real browser: axe, both languages, wide and narrow; triage by keyboard."""

import pytest

pytestmark = pytest.mark.browser
BOTH = [(language, width) for language in ("cy", "en") for width in (320, 1280)]
# A case with everything on it: danger unanswered, a duty to refer, an answer taken back, and a decision that waits for two.
FULL = """
from gateways import clock
from putright.people.models import Handler
from putright.triage.actions import answer, propose
from tests.make.contacts import contact
from tests.triage.sheets import ORDINARY, SAFE
at, by = clock.now(), Handler.objects.filter(role="handler").order_by("pk").last()
case = contact(at=at, kind="complaint").case
answer(case, ORDINARY | SAFE | {"serious_assault": "yes", "danger_now": "yes"}, by=by, at=at)
answer(case, {"serious_assault": "no"}, by=by, at=at)
propose(case, "outside", "They meant another day.", by=by, at=at)
answer(case, {"death_or_serious_injury": "yes"}, by=by, at=at)
print(case.reference)
"""
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true })"


@pytest.fixture
def full(live_office):
    return live_office.manage("shell", "-v", "0", "-c", FULL).strip().splitlines()[-1]


def test_triage_why_danger_the_law_and_the_lists_are_open_to_all(page, live_office, sign_in, full, axe, sideways):
    sign_in(page)
    pages = (
        f"cases/{full}/triage/", f"cases/{full}/why/", f"cases/{full}/danger", "law/?on=2026-03-27", "codes/",
        "codes/categories/", "law/changes/?from=2025-12-03&to=2025-12-04", "law/route/",
    )  # fmt: skip
    for address in pages:
        for language, width in BOTH:
            page.set_viewport_size({"width": width, "height": 900})
            answer = page.goto(f"{live_office.address}/{language}/staff/{address}")
            assert answer.status == 200, address
            page.evaluate(OPEN_ALL)
            assert not sideways(page), (address, language, width)
            if (language, width) in (("cy", 320), ("en", 1280)):
                assert axe(page) == [], (address, language, width)


def test_a_second_person_s_page_is_open_to_all(page, live_office, sign_in, full, axe, sideways):
    sign_in(page, "supervisor")
    for language, width in BOTH:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{live_office.address}/{language}/staff/cases/{full}/triage/second/")
        assert page.locator("input[name=agree]").count() == 2
        assert axe(page) == [] and not sideways(page), (language, width)


def reach(page, selector):
    """Tab on until that control has the focus, as somebody without a mouse would."""
    for _press in range(220):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"the keyboard never reached {selector}")


def choose(page, name, value):
    """Reach a list of radio buttons and go down to the answer, or reach a box and tick it."""
    reach(page, f"input[name={name}]")
    page.keyboard.press("Space")
    for _press in range(8):
        if page.evaluate("value => document.activeElement.value === value", value):
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{name} has no {value}")


def test_four_presses_by_keyboard_alone(page, live_office, sign_in, waiting):
    sign_in(page)
    page.goto(f"{live_office.address}/en/staff/cases/{waiting[0]}/triage/")
    reach(page, "button[name=rest]")
    page.keyboard.press("Enter")
    page.wait_for_selector("input[name=dissatisfied_with_force]")
    for fact in ("dissatisfied_with_force", "by_or_for_member_of_public", "adversely_affected"):
        choose(page, fact, "yes")
    choose(page, "made_for_another", "no")
    page.keyboard.press("Enter")
    page.wait_for_selector("input[name=complainant_wishes_recording]")
    choose(page, "complainant_wishes_recording", "no")
    choose(page, "part_is_not_a_complaint", "no")
    reach(page, "input[name=owner][value=about_someone_serving_here]")
    page.keyboard.press("Space")
    choose(page, "only", "none")
    page.keyboard.press("Enter")
    page.wait_for_selector("input[name=decide-route]:checked")
    assert page.get_by_text("A complaint that may be put right outside Schedule 3.").is_visible()
    reach(page, "input[name=decide-route]")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/cases/{waiting[0]}/")
