"""How far Welsh may be relied on, and one way to know it: a translator read it against this very English; nobody has yet; or
the English has moved on since the Welsh was written or read. Pure.

A words file says it of itself in its front matter (`checked_against`, the digest of the English; `translator`). What an office
changed is known by who checked it (`models.Checked`) and by which English that Welsh was first written beside."""

from collections.abc import Iterable
from functools import lru_cache

from .sheet import BrokenWords, Template, parse
from .subjects import Texts

CHECKED, AWAITING, BEHIND = "checked", "awaiting", "behind"
NOBODY = "awaiting"  # as the front matter says it, until a translator puts their name there


def as_came(english: Template, welsh: Template) -> str:
    """What a words file says of its own Welsh."""
    if welsh.front.get("checked_against") != english.digest:
        return BEHIND
    return AWAITING if welsh.front.get("translator", NOBODY) == NOBODY else CHECKED


def came(texts: Texts) -> str:
    """The same of two texts; of those that have no front matter nobody has read the Welsh."""
    english, welsh = _read(texts["en"]), _read(texts["cy"])
    return as_came(english, welsh) if english and welsh and "checked_against" in welsh.front else AWAITING


def moved_on(now: Texts, before: Iterable[Texts]) -> str:
    """BEHIND where this very Welsh first stood beside another English. `before`: what there was, the oldest first."""
    first = next((each for each in before if _wording(each["cy"]) == _wording(now["cy"])), now)
    return AWAITING if _wording(first["en"]) == _wording(now["en"]) else BEHIND


@lru_cache(maxsize=1024)
def _read(text: str) -> Template | None:
    try:
        return parse(text)
    except BrokenWords:
        return None


def _wording(text: str) -> object:
    """What a text says, whatever else its front matter holds."""
    read = _read(text)
    return (read.front.get("subject", ""), read.sections) if read else text.strip()
