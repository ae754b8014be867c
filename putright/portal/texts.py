"""The words of the public's pages, in both languages: as they came, or as the office changed them (the room words)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from putright.paper.blocks import Block, Passage
from putright.words.queries import current
from putright.words.template import Template, fill, parse

FOLDER = Path(__file__).with_name("words")
NAMES = ("expect", "expected", "charter", "rights", "victims", "support", "bodies", "leaflets")
PLACES = frozenset({"first_contact", "refer", "update", "outcome", "reply", "vrr_have", "vrr_result"})
WITH_PROMISES = ("expect", "victims")


@dataclass(frozen=True)
class Text:
    """A page's title and its pieces, ready to be drawn; `came` when nobody here has changed the words that came."""

    title: str
    blocks: list[Block]
    markdown: str
    came: bool


@cache
def shipped(name: str, language: str) -> str:
    return (FOLDER / name / f"{language}.md").read_text(encoding="utf-8")


def in_force(name: str, language: str, on: date) -> tuple[str, bool]:
    """The words of that day, and whether they are those that came."""
    now = current(f"page:{name}", language, on, shipped=shipped(name, language))
    return now.text, now.version == 0


def text(name: str, language: str, on: date, values: Mapping[str, str] | None = None) -> Text:
    """A page's words. A line that begins with `?` is left out where its value is empty: a promise nobody made is not told."""
    words, came = in_force(name, language, on)
    template = parse(words)
    filled = fill(template, {place: "" for place in PLACES} | dict(values or {}))
    return Text(template.subject, Passage(language, filled.body).blocks, filled.body, came)


def sheet(name: str, language: str) -> Template:
    return parse(shipped(name, language))
