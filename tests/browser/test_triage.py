"""The triage page in a real browser: read by axe, on a wide and a narrow screen, both languages."""

import pytest

from .public_form import follow

pytestmark = pytest.mark.browser
OWNER_IS_SERVING_HERE = "input[name=owner][value=about_someone_serving_here]"


def test_four_presses_and_every_screen_open_to_all(page, live_office, sign_in, waiting, axe, sideways):
    sign_in(page)
    address = f"{live_office.address}/en/staff/cases/{waiting[0]}/triage/"
    for presses in range(3):
        for language, width in (("cy", 320), ("cy", 1280), ("en", 320), ("en", 1280)):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(address.replace("/en/", f"/{language}/"))
            assert axe(page) == [], (presses, language, width)
            assert not sideways(page), (presses, language, width)
        answer(page, presses)
    assert page.locator("input[name=asked]").count() == 0
    assert page.locator("input[name=decide-route][value=outside]").is_checked()
    follow(page, page.get_by_role("button", name="Save the decision"))
    assert page.url.endswith(f"/cases/{waiting[0]}/")


def answer(page, presses):
    if presses == 0:
        follow(page, page.get_by_role("button", name="None of these apply"))
    elif presses == 1:
        for fact in ("dissatisfied_with_force", "by_or_for_member_of_public", "adversely_affected"):
            page.locator(f"input[name={fact}][value=yes]").check()
        page.locator("input[name=made_for_another][value=no]").check()
        follow(page, page.get_by_role("button", name="Save the answers"))
    else:
        page.locator("input[name=complainant_wishes_recording][value=no]").check()
        page.locator(OWNER_IS_SERVING_HERE).check()
        page.locator("input[name=only][value=none]").check()
        page.locator("input[name=part_is_not_a_complaint][value=no]").check()
        follow(page, page.get_by_role("button", name="Save the answers"))


def test_the_red_notice_and_the_pages_of_putting_right_are_open_to_all(page, live_office, sign_in, waiting, axe, sideways):
    sign_in(page)
    case = f"{live_office.address}/en/staff/cases/{waiting[1]}"
    page.goto(f"{case}/triage/")
    page.locator("input[name=serious_assault][value=yes]").check()
    follow(page, page.get_by_role("button", name="Save only these answers"))
    assert page.get_by_role("heading", name="It must be referred to the IOPC").is_visible()
    for address in (f"{case}/triage/", f"{case}/put-right/", f"{case}/record/"):
        for language, width in (("cy", 320), ("en", 1280)):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(address.replace("/en/", f"/{language}/"))
            assert axe(page) == [], (address, language, width)
            assert not sideways(page), (address, language, width)
