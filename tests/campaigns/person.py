"""A person filling in the public form who never gives up: what gets no answer is sent again, word for word."""

import http.client
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode, urljoin, urlsplit

import html5lib

from tests.contacts.web.walk import ANONYMOUS

from .faults import PATIENCE


class GaveUp(Exception):
    """The run ended while the person was still trying."""


@dataclass
class Page:
    path: str
    status: int
    content: str

    def hidden(self) -> dict[str, str]:
        tree = html5lib.parse(self.content, namespaceHTMLElements=False)
        main = next(e for e in tree.iter("main"))
        return {b.get("name"): b.get("value", "") for b in main.iter("input") if b.get("type") == "hidden"}


@dataclass
class Person:
    """Keeps cookies, follows redirects, and resends until there is an answer. `over` says when to give up."""

    port: int
    over: Callable[[], bool]
    cookies: dict[str, str] = field(default_factory=dict)
    resent: int = 0

    def get(self, path: str) -> Page:
        return self.ask("GET", path)

    def post(self, path: str, typed: dict[str, str]) -> Page:
        return self.ask("POST", path, urlencode(typed, doseq=True))

    def ask(self, method: str, path: str, body: str = "") -> Page:
        while not self.over():
            try:
                status, place, content = self.once(method, path, body)
            except (OSError, http.client.HTTPException):
                status = 599
            if status < 500:
                if place:
                    return self.ask("GET", urlsplit(urljoin(path, place)).path)
                return Page(path, status, content)
            self.resent += 1
            time.sleep(0.05)
        raise GaveUp

    def once(self, method: str, path: str, body: str) -> tuple[int, str, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            words = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
            if method == "POST":
                words["Content-Type"] = "application/x-www-form-urlencoded"
            connection.request(method, path, body.encode(), words)
            answer = connection.getresponse()
            content = answer.read().decode()
            for cookie in answer.headers.get_all("Set-Cookie") or []:
                name, _, value = cookie.partition(";")[0].partition("=")
                self.cookies[name] = value
            return answer.status, answer.headers.get("Location", "") if answer.status in {301, 302, 303} else "", content
        finally:
            connection.close()

    def to_the_check(self, words: str) -> Page:
        """Walk the form from its first page to its last."""
        answers = ANONYMOUS | {"what-happened": {"words": words}}
        page = self.get("/en/tell-us/")
        while not page.path.endswith("/check/"):
            slug = page.path.strip("/").split("/")[-1]
            after = self.post(page.path, page.hidden() | answers[slug])
            if after.path == page.path:
                raise AssertionError(f"the form did not go on from {slug} ({after.status})")
            page = after
        return page

    def send(self, checked: Page) -> Page:
        """Press Send on the last page; again after no answer. Returns the page with the reference."""
        return self.post(checked.path, checked.hidden())
