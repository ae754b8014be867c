"""What every page owes its reader, checked on every page any test fetches (see `design.testing`).

`faults(html, url)` lists what is wrong in sentences; `check` raises `BadManners` with them. Needs html5lib, which is
for tests only, so nothing that serves pages imports this.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

import html5lib
from html5lib.constants import E as EXPLAINED

LANGUAGES = ("en", "cy")
NAMELESS = {"hidden", "submit", "button", "reset", "image"}
NOT_WORDS = {"script", "style", "textarea", "template"}
# Words the packages put in by themselves: on a Welsh page each one is a sentence somebody forgot to give.
PACKAGE_ENGLISH = {
    "Skip to main content", "There is a problem", "Exit this page", "Emergency Exit this page", "Back", "Menu", "Error:",
    "Warning", "Important", "Success", "Day", "Month", "Year", "Next", "Previous", "Support links", "Yes", "No",
}  # fmt: skip
LEFT_OVER = re.compile(r"\{\{|\}\}|\{%|%\(\w+\)[sd]|%\{\w+\}|\bTODO\b|\[cy\?\]")


class BadManners(AssertionError):
    """A page broke one or more of the manners; the message lists each."""


@lru_cache(maxsize=4)
def parsed(html: str) -> tuple[Any, list[Any]]:
    """The page's tree and the parser's complaints. Kept for a moment, as parsing is most of the checking: a test that then
    reads the same page need not parse it again. Nobody changes the tree."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    return parser.parse(html), parser.errors


@dataclass(frozen=True)
class Page:
    html: str
    url: str

    @property
    def parsed(self) -> tuple[Any, list[Any]]:
        return parsed(self.html)

    @property
    def root(self) -> Any:
        return self.parsed[0]

    def all(self, *tags: str) -> Iterator[Any]:
        return (element for element in self.root.iter() if not tags or element.tag in tags)

    @property
    def language(self) -> str:
        first = urlsplit(self.url).path.strip("/").split("/")[0]
        return first if first in LANGUAGES else ""


def said(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def spoken(element: Any) -> Iterator[str]:
    """Every run of words on the page, but not what people typed."""
    if not isinstance(element.tag, str) or element.tag in NOT_WORDS:
        return
    if "app-their-words" in element.get("class", ""):
        return
    if element.text and element.text.strip():
        yield " ".join(element.text.split())
    for child in element:
        yield from spoken(child)
        if child.tail and child.tail.strip():
            yield " ".join(child.tail.split())


def well_formed(page: Page) -> Iterator[str]:
    for (line, column), code, values in page.parsed[1]:
        yield f"HTML, line {line} column {column}: {EXPLAINED.get(code, code) % values}"


def one_heading(page: Page) -> Iterator[str]:
    headings = [said(heading) for heading in page.all("h1")]
    if len(headings) != 1 or not headings[0]:
        yield f"a page has one h1 with words in it; this has {headings}"


def titled(page: Page) -> Iterator[str]:
    """The title begins with the heading ("Error: " may stand before) and ends with the office's name."""
    title = said(next(page.all("title"), None)) if next(page.all("title"), None) is not None else ""
    heading = said(next(page.all("h1"))) if next(page.all("h1"), None) is not None else ""
    if heading not in title:
        yield f"the title “{title}” does not hold the heading “{heading}”"
    offices = [said(link) for link in page.all("a") if link.get("class") == "app-top__office"]
    if not offices or not title.endswith(f" – {offices[0]}"):
        yield f"the title “{title}” does not end with the office's name {offices}"


def in_its_language(page: Page) -> Iterator[str]:
    lang = page.root.get("lang")
    if lang not in LANGUAGES or (page.language and lang != page.language):
        yield f"the address is {page.url} but the page says lang={lang!r}"


def offers_the_other_language(page: Page) -> Iterator[str]:
    other = {"en": "cy", "cy": "en"}.get(page.language)
    links = [link for link in page.all("a") if link.get("hreflang") == other and link.get("lang") == other]
    if other and not any(urlsplit(link.get("href", "")).path.startswith(f"/{other}/") for link in links):
        yield f"no link to this page in the other language ({other})"


def ids_unique(page: Page) -> Iterator[str]:
    counts = Counter(element.get("id") for element in page.all() if element.get("id") is not None)
    yield from (f"id {name!r} is used {count} times" for name, count in counts.items() if count > 1 or not name)


def points_somewhere(page: Page) -> Iterator[str]:
    ids = {element.get("id") for element in page.all()}
    for element in page.all():
        for attribute in ("for", "aria-describedby", "aria-labelledby", "aria-controls"):
            for name in element.get(attribute, "").split():
                if name not in ids:
                    yield f"{attribute}={name!r} points at nothing"


def labelled(page: Page) -> Iterator[str]:
    labelled_ids = {label.get("for") for label in page.all("label") if said(label)}
    for box in page.all("input", "select", "textarea"):
        named = box.get("aria-label") or box.get("aria-labelledby") or box.get("id") in labelled_ids
        if box.get("type") not in NAMELESS and not named:
            yield f"{box.tag} {box.get('name')!r} has no label"


def forms_whole(page: Page) -> Iterator[str]:
    for form in page.all("form"):
        if not form.get("action"):
            yield "a form has no action"
        names = {box.get("name") for box in form.iter("input")}
        if form.get("method", "get").lower() == "post" and "csrfmiddlewaretoken" not in names:
            yield f"the form to {form.get('action')} posts without its csrf token"


def no_inline(page: Page) -> Iterator[str]:
    """The content security policy would block these silently."""
    for script in page.all("script"):
        if not script.get("src") and not script.get("nonce") and script.get("type") != "application/json":
            yield "an inline script without a nonce"
    yield from ("a style element in the page" for style in page.all("style") if not style.get("nonce"))
    for element in page.all():
        for name in element.keys():
            if name == "style" or name.startswith("on"):
                yield f"{element.tag} has an inline {name!r}"


def images_described(page: Page) -> Iterator[str]:
    yield from (f"image {image.get('src')} has no alt" for image in page.all("img") if image.get("alt") is None)


def links_lead(page: Page) -> Iterator[str]:
    ids = {element.get("id") for element in page.all()}
    for link in page.all("a"):
        href = (link.get("href") or "").strip()
        if not href or href.lower().startswith("javascript:"):
            yield f"link “{said(link)}” leads nowhere"
        elif href.startswith("#") and href[1:] not in ids:
            yield f"link “{said(link)}” leads to {href}, which is not on the page"
        if not said(link) and not link.get("aria-label"):
            yield f"link to {href} has no words"


def nothing_from_elsewhere(page: Page) -> Iterator[str]:
    """A plain link out is allowed. Anything fetched would tell another site who is reading."""
    fetched = [(element, element.get("src")) for element in page.all() if element.get("src")]
    fetched += [(element, element.get("href")) for element in page.all("link")]
    fetched += [(element, element.get("action")) for element in page.all("form")]
    for element, address in fetched:
        if urlsplit(address or "").netloc:
            yield f"{element.tag} fetches from or sends to another site: {address}"


def finished(page: Page) -> Iterator[str]:
    for words in spoken(page.root):
        if LEFT_OVER.search(words):
            yield f"unfinished words: “{words}”"


def wholly_welsh(page: Page) -> Iterator[str]:
    if page.language == "cy":
        yield from (
            f"still in English on a Welsh page: “{words}”" for words in spoken(page.root) if words in PACKAGE_ENGLISH
        )


MANNERS: tuple[Callable[[Page], Iterator[str]], ...] = (
    well_formed,
    one_heading,
    titled,
    in_its_language,
    offers_the_other_language,
    ids_unique,
    points_somewhere,
    labelled,
    forms_whole,
    no_inline,
    images_described,
    links_lead,
    nothing_from_elsewhere,
    finished,
    wholly_welsh,
)


def faults(html: str, url: str) -> list[str]:
    page = Page(html, url)
    return [fault for manner in MANNERS for fault in manner(page)]


def check(html: str, url: str) -> None:
    if found := faults(html, url):
        raise BadManners(f"{url}:\n  " + "\n  ".join(found))
