"""The words folders: every kind of letter, and every sheet, in both languages, read once."""

from functools import cache
from pathlib import Path

from .template import Template, parse

FOLDER = Path(__file__).with_name("words")
SHEETS = Path(__file__).with_name("sheets")  # printed words about no case: a leaflet, a brief
LANGUAGES = ("cy", "en")  # the order in which a letter in both gives them

CHECKED, AWAITING, BEHIND = "checked", "awaiting", "behind"


@cache
def template(kind: str, language: str) -> Template:
    """Raises FileNotFoundError for a kind there is not, BrokenWords for a file that cannot be read."""
    return parse((FOLDER / kind / f"{language}.md").read_text(encoding="utf-8"))


@cache
def sheet(name: str, language: str) -> Template:
    """Raises as `template`."""
    return parse((SHEETS / name / f"{language}.md").read_text(encoding="utf-8"))


def standing(english: Template, welsh: Template) -> str:
    """How far the Welsh may be relied on: a translator read it against this English; nobody has yet; or the English has
    moved on since, whoever read it before."""
    if welsh.front.get("checked_against") != english.digest:
        return BEHIND
    return AWAITING if welsh.front.get("translator", AWAITING) == AWAITING else CHECKED
