"""Filling in the public form in a real browser, by its boxes' own names."""

from collections.abc import Iterator
from typing import Any

from tests.contacts.web.walk import ORDINARY

EVERYTHING = ORDINARY | {
    "safe": {"danger": "yes"},
    "call-now": {},
    "for-whom": {"teller": "other"},
    "them": {"consent": "yes", "their_name": "Gwenllian Rees", "capacity": "daughter"},
}


def slug(page: Any) -> str:
    return page.url.split("?")[0].rstrip("/").split("/")[-1]


def fill(page: Any, answers: dict[str, Any]) -> None:
    for name, value in answers.items():
        for one in value if isinstance(value, list) else [value]:
            box = page.locator(f"main [name='{name}']")
            kind = box.first.get_attribute("type")
            if kind in ("radio", "checkbox"):
                page.locator(f"main [name='{name}'][value='{one}']").check()
            elif page.locator(f"main select[name='{name}']").count():
                box.select_option(one)
            else:
                box.fill(one)


def follow(page: Any, press: Any, key: str = "") -> None:
    """Click a link or button, or press a key on it. Comes back when the page that answers is there: what is looked at without
    waiting would else be the page before."""
    with page.expect_navigation():
        press.press(key) if key else press.click()


def press(page: Any) -> None:
    """Continue, or Send: the button that has no name of its own."""
    follow(page, page.locator("main form button[type=submit]:not([name])").first)


def each_page(page: Any, address: str, lang: str, answers: dict[str, Any]) -> Iterator[str]:
    """Yield each page of the form, whole and unanswered; when asked for the next, answer it and go on."""
    page.goto(f"{address}/{lang}/tell-us/")
    while slug(page) not in ("check", "sent"):
        here = slug(page)
        yield here
        fill(page, answers[here])
        press(page)
        assert slug(page) != here, page.content()
    yield slug(page)
    press(page)
    yield slug(page)
