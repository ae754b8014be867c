"""The letters whose words an office may change, and an example of each: filled with nobody's values, drawn like a letter."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from django.utils.safestring import mark_safe
from django.utils.translation import override

from putright.letterkinds.asked import NAMES
from putright.letterkinds.catalogue import source, template
from putright.letterkinds.kinds import KINDS, Kind
from putright.letterkinds.saying import Saying
from putright.letters.award.queries import mark
from putright.paper import blocks, pdf
from putright.paper.head import Head
from putright.people.queries import office
from putright.words import queries
from putright.words.subjects import LANGUAGES, Example, Subject
from putright.words.template import Template, Value, fill, parse

EVERY = ("greeting", "reference", "received_on", "phone", "email", "post", "welcome", "choose_language", "signed")
WHEN = datetime(2026, 3, 6, 12, tzinfo=UTC)  # the day of every example
NOBODY = ("Marged Elis", "4 Example Lane", "Exampleton", "ZZ9 9ZZ")
_FILE = Path(__file__).with_name("examples.toml")


def subjects() -> Iterable[Subject]:
    return [_subject(kind) for kind in KINDS.values()]


def _subject(kind: Kind) -> Subject:
    shipped = {language: source(kind.name, language) for language in LANGUAGES}
    read = template(kind.name, "en")
    return Subject(
        f"letter:{kind.name}", _names(kind.name), shipped, places=read.places | set(EVERY), needs=_needs(kind, read),
        neutral=True, draw=drawn,
    )  # fmt: skip


def _names(kind: str) -> dict[str, str]:
    made = {}
    for language in LANGUAGES:
        with override(language):
            made[language] = str(NAMES[kind])
    return made


def _needs(kind: Kind, read: Template) -> dict[str, frozenset[str]]:
    """The parts the law requires, each with the values it came with: an office may say them otherwise, not leave them out."""
    places = {section.part: section.places for section in read.sections}
    return {part.name: places.get(part.name, frozenset()) for part in kind.parts}


@cache
def _examples() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def drawn(language: str, text: str, on: date, paper: bool) -> Example:
    """One language of a letter with example values; as a PDF too when it is asked for. Two queries."""
    read, pack = parse(text), office()
    saying = Saying(pack, queries.book(on))
    values: dict[str, Value] = {name: _value(name, language) for name in read.places}
    values |= {
        "phone": saying.phone(language), "email": saying.email(language), "post": saying.post(language),
        "welcome": pack.languages.welcome.said(language), "signed": saying.signature(language, "Idris Vaughan"),
    }  # fmt: skip
    body = fill(read, values).body
    shown = mark_safe(blocks.html(body, [language]))  # noqa: S308  made from words with every sign escaped (blocks.py)
    if not paper:
        return Example(shown)
    straplines = {language: saying.strapline(language)}
    head = Head(pack, [language], NOBODY, _value("reference", language), [read.subject], WHEN, straplines, mark(on))
    return Example(shown, pdf.make(head, blocks.passages(body, [language])))


def _value(name: str, language: str) -> str:
    found = _examples().get(name)
    return found[language] if found else f"[{name}]"
