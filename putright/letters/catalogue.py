"""The words folder: every kind of letter in both languages, read once."""

from functools import cache
from pathlib import Path

from .template import Template, parse

FOLDER = Path(__file__).with_name("words")
LANGUAGES = ("cy", "en")  # the order in which a letter in both gives them

CHECKED, AWAITING, BEHIND = "checked", "awaiting", "behind"


@cache
def template(kind: str, language: str) -> Template:
    """Raises FileNotFoundError for a kind there is not, BrokenWords for a file that cannot be read."""
    return parse((FOLDER / kind / f"{language}.md").read_text(encoding="utf-8"))


def welsh(kind: str) -> str:
    """As `standing`, of one kind of letter."""
    return standing(template(kind, "en"), template(kind, "cy"))


def standing(english: Template, welsh: Template) -> str:
    """How far the Welsh may be relied on: a translator read it against this English; nobody has yet; or the English has
    moved on since, whoever read it before."""
    if welsh.front.get("checked_against") != english.digest:
        return BEHIND
    return AWAITING if welsh.front.get("translator", AWAITING) == AWAITING else CHECKED
