"""The menu: short headings, only what this person may open, and no heading over nothing."""

import re

import pytest

from putright.desk import menu

pytestmark = pytest.mark.django_db


def headings(client, who, language="en"):
    client.force_login(who.user)
    words = client.get(f"/{language}/staff/more/").content.decode()
    return re.findall(r"<h2[^>]*>([^<]+)</h2>\s*<dl", words)


def test_more_has_headings_in_both_languages(client, cast):
    english, welsh = (headings(client, cast.jo, language) for language in ("en", "cy"))
    assert english[:2] == ["Today", "Promises and hand-overs"] and welsh[0] == "Heddiw"
    assert len(english) == len(welsh) > 5


def test_a_heading_with_nothing_to_open_is_not_shown(client, cast):
    assert "Today" not in headings(client, cast.toni)
    assert "The office" in headings(client, cast.toni)


def test_no_section_is_so_long_that_it_must_be_searched_and_no_page_stands_twice():
    pages = [item.page for group in (menu.COMING_IN, menu.MORE) for item in group.items]
    assert len(pages) == len(set(pages))
    assert max(len(section.items) for section in menu.MORE.sections) <= 12
