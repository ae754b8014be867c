"""A kind chosen by keyboard brings its questions to the same screen; the sealed pages and the form are open to all."""

import pytest

pytestmark = pytest.mark.browser


def test_the_questions_come_with_the_kind_by_keyboard_alone(page, live_office, sign_in, axe, sideways):
    sign_in(page)
    page.goto(f"{live_office.address}/en/staff/contacts/new")
    page.locator("#id_words").fill("Kept words")
    page.locator("#id_topic").focus()
    page.keyboard.type("Vehicle taken")
    page.locator("#asked >> text=Which pound is it in?").wait_for()
    assert page.locator("input[name=kind][value=enquiry]").is_checked(), "what it counts as came with it"
    page.keyboard.press("Tab")
    page.keyboard.type("ab12cde")
    assert page.locator("#id_q_vehicle-recovery_registration").input_value() == "ab12cde"
    assert page.locator("#id_words").input_value() == "Kept words"
    page.locator("input[name=kind][value=complaint]").check()
    page.locator("#id_topic").select_option("fraud-journey")
    page.locator("#asked >> text=Report Fraud").first.wait_for()
    assert page.locator("input[name=kind][value=complaint]").is_checked(), "what the handler said stays"
    assert axe(page) == []
    page.locator("#id_topic").select_option("vehicle-recovery")
    page.locator("#asked >> text=Which pound is it in?").wait_for()
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/entered")


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_sealed_pages_and_the_questions_are_open_to_all(page, live_office, sign_in, axe, sideways, language):
    sign_in(page, "supervisor")
    page.set_viewport_size({"width": 320, "height": 700})
    for path in ("information/take/", "information/", "information/keepers/", "questions/vehicle-recovery/",
                 "questions/vehicle-recovery/add/", "codes/kinds/"):  # fmt: skip
        page.goto(f"{live_office.address}/{language}/staff/{path}")
        assert (axe(page), sideways(page)) == ([], False), path
