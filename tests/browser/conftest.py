"""Fixtures for tests in a real browser: an office running by itself, a page to look at it, and axe to judge it."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from .office import LiveOffice
from .public_form import follow
from .staff import session_of

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
PASSWORD = "a calm front door"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def live_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveOffice]:
    """The demonstration office on a port of its own, its worker with it.

    Shared by the session: add to it, do not count on its emptiness."""
    with LiveOffice(tmp_path_factory.mktemp("office"), works=True) as office:
        yield office


@pytest.fixture
def page(tab: Any) -> Iterator[Any]:
    """A fresh browser page. A script error or anything written to the browser's console as an error fails the test."""
    troubles: list[str] = []
    tab.on("pageerror", lambda error: troubles.append(str(error)))
    tab.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    yield tab
    refused = (
        "Failed to load resource: the server responded with a status of 4"  # the page itself, when it is a refusal
    )
    assert [trouble for trouble in troubles if not trouble.startswith(refused)] == []


@pytest.fixture
def axe() -> Callable[[Any], list[str]]:
    """`axe(page)` gives what is wrong by WCAG 2.0 to 2.2 A and AA, and by best practice, one sentence each."""
    source = AXE.read_text(encoding="utf-8")

    def judge(page: Any) -> list[str]:
        page.evaluate(source)
        found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
        return [
            f"{rule['id']}: {node['target']} {node['failureSummary']}"
            for rule in found["violations"]
            for node in rule["nodes"]
        ]

    return judge


@pytest.fixture
def sideways() -> Callable[[Any], bool]:
    """Whether the page must be scrolled sideways, which at 320 pixels nobody should have to."""
    return lambda page: page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


@pytest.fixture
def sign_in(live_office):
    """`sign_in(page)` as the first handler, or as the first of another role, both factors; gives the user name."""

    def act(page, role="handler"):
        lines = [line for line in live_office.manage("codes").splitlines() if role in line.lower()]
        code, username = lines[0].split()[:2]
        page.goto(f"{live_office.address}/en/staff/")
        page.locator("input[name=login]").fill(username)
        page.locator("input[name=password]").fill(PASSWORD)
        follow(page, page.locator("form:has(input[name=password]) button[type=submit]"))
        page.locator("input[name=code]").fill(code)
        follow(page, page.locator("form:has(input[name=code]) button[type=submit]").first)
        return username

    return act


@pytest.fixture
def waiting(live_office):
    """References of two contacts that came in just now, of which nothing has been asked yet."""
    script = (
        "from gateways import clock\n"
        "from tests.make.contacts import contact\n"
        "print(*(contact(at=clock.now(), kind='complaint').case.reference for _ in range(2)))"
    )
    return re.findall(r"PR-\S+", live_office.manage("shell", "-v", "0", "-c", script))


@pytest.fixture
def as_(page, live_office):
    """`as_(which)` goes on as somebody else: by a role, or the number of a handler."""

    def act(which: str) -> None:
        page.context.clear_cookies()
        page.context.add_cookies([{"name": "sessionid", "value": session_of(live_office, which), "url": live_office.address}])

    return act


@pytest.fixture
def go(page, live_office, axe, sideways):
    """Opens a page of the staff, and judges it at two widths."""

    def act(address: str) -> None:
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(address if address.startswith("http") else f"{live_office.address}{address}")
            assert not sideways(page), f"{address} at {width}"
        assert axe(page) == [], address

    return act


@pytest.fixture
def judged(page, axe, sideways):
    """What is wrong with the page that is open, at two widths: nothing, it is hoped."""

    def act() -> list[str]:
        wrong = axe(page)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            wrong += [f"{page.url} is wider than {width}"] * sideways(page)
        return wrong

    return act
