"""The words folder: every kind in both languages as it came, read once; and as the office has it on a day."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from putright.words.queries import Book
from putright.words.template import Template, parse

FOLDER = Path(__file__).with_name("words")
LANGUAGES = ("cy", "en")  # the order in which a letter in both gives them


@cache
def source(kind: str, language: str) -> str:
    """Raises FileNotFoundError for a kind there is not."""
    return (FOLDER / kind / f"{language}.md").read_text(encoding="utf-8")


@cache
def template(kind: str, language: str) -> Template:
    """What came with the system. Raises FileNotFoundError, and BrokenWords for a file that cannot be read."""
    return parse(source(kind, language))


@cache
def _read(text: str) -> Template:
    return parse(text)


def in_force(book: Book, kind: str, languages: tuple[str, ...]) -> Mapping[str, Template]:
    """The words of that kind on the book's day: the office's own version where there is one, else what came."""
    row = book.versions.get(f"letter:{kind}")
    if row is None:
        return {language: template(kind, language) for language in languages}
    return {language: _read(row.cy if language == "cy" else row.en) for language in languages}


def welsh(book: Book, kind: str) -> str:
    """How far the Welsh of that kind may be relied on, on the book's day (words/welsh.py)."""
    return book.welsh(f"letter:{kind}", {language: source(kind, language) for language in LANGUAGES})
