"""Every part, in both languages, on a wide and a narrow screen, in a real browser with its real policies."""

import pytest

from .public_form import follow

pytestmark = pytest.mark.browser
PAGES = [f"{language}/gallery/{layout}" for language in ("en", "cy") for layout in ("", "?layout=staff")]


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("address", PAGES)
def test_every_part_is_open_to_all(page, live_office, axe, sideways, address, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{live_office.address}/{address}")
    assert axe(page) == []
    assert not sideways(page)


def test_axe_would_notice(page, live_office, axe):
    page.goto(f"{live_office.address}/en/gallery/")
    page.evaluate("document.querySelector('label[for=id_name]').remove()")
    assert [fault for fault in axe(page) if fault.startswith("label:")]


def test_the_summary_takes_focus_and_each_link_leads_into_its_box(page, live_office):
    page.goto(f"{live_office.address}/en/gallery/")
    assert page.evaluate("document.activeElement.className") == "govuk-error-summary"
    for link in page.locator(".govuk-error-summary a").all():
        link.click()
        focused = page.evaluate("document.activeElement.tagName")
        assert focused in ("INPUT", "SELECT", "TEXTAREA"), link.inner_text()


def test_what_a_choice_opens_is_seen_only_when_it_is_chosen(page, live_office):
    page.goto(f"{live_office.address}/en/gallery/")
    opened = page.locator("#id_fresh-safe")
    assert not opened.is_visible()
    page.get_by_label("Phone", exact=True).first.check()
    assert opened.is_visible()


def test_the_letters_of_both_languages_come_from_us(page, live_office):
    page.goto(f"{live_office.address}/cy/gallery/")
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)")
    assert len(loaded) >= 3 and {name.strip('"') for name in loaded} == {"Atkinson Hyperlegible Next"}


def test_without_scripts_the_page_still_works(chromium, live_office):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_office.address}/en/gallery/")
    assert page.locator("#id_name").is_visible()
    way_out = page.get_by_role("button", name="Exit this page")
    assert way_out.get_attribute("href").startswith("https://")
    follow(page, page.get_by_role("link", name="Cymraeg"))
    assert page.url.endswith("/cy/gallery/")
    context.close()


def test_nothing_is_fetched_from_another_site(page, live_office):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{live_office.address}/cy/gallery/?layout=staff")
    assert asked and all(url.startswith(live_office.address) for url in asked)
