"""The words folder: every kind in both languages, read once."""

from functools import cache
from pathlib import Path

from .template import Template, parse

FOLDER = Path(__file__).with_name("words")
LANGUAGES = ("cy", "en")  # the order in which a letter in both gives them


@cache
def template(kind: str, language: str) -> Template:
    """Raises FileNotFoundError for a kind there is not, BrokenWords for a file that cannot be read."""
    return parse((FOLDER / kind / f"{language}.md").read_text(encoding="utf-8"))
