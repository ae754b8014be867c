"""The library of standard paragraphs: what came with the system, what the office changed, and what it added."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from . import queries, rules
from .subjects import SHEET, Subject, Texts, shipped
from .template import BrokenWords, parse

GROUP = "paragraph"
FRONT = ("stages", "categories")
STAGES = {
    "begin": _("When it comes in"),
    "during": _("While we look into it"),
    "result": _("With the result"),
    "after": _("Afterwards"),
}
_FILE = Path(__file__).with_name("shipped") / "paragraphs.toml"


@dataclass(frozen=True)
class Paragraph:
    """One paragraph in one language, ready to be put into a letter. No categories: for any."""

    name: str
    title: str
    text: str
    stages: tuple[str, ...]
    categories: tuple[str, ...]

    def fits(self, find: str, stage: str, category: str) -> bool:
        words = f"{self.title}\n{self.text}".casefold()
        if not all(word in words for word in find.casefold().split()):
            return False
        return (not stage or stage in self.stages) and (not category or not self.categories or category[:1] in self.categories)


@cache
def _rows() -> Mapping[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def seeded() -> Iterable[Subject]:
    for name, row in _rows().items():
        texts = {language: written(row["title"][language], row[language], row["stages"], row["categories"])
                 for language in ("en", "cy")}  # fmt: skip
        yield Subject(f"{GROUP}:{name}", row["title"], texts, SHEET, front=FRONT)


def written(title: str, text: str, stages: Iterable[str], categories: Iterable[str]) -> str:
    front = {"subject": title, "stages": ", ".join(stages), "categories": ", ".join(categories)}
    return rules.sheet(front, text)


def written_here(key: str, texts: Texts) -> Subject | None:
    """The subject of a paragraph that the office added: nothing came with the system, so its version 0 has no words."""
    if not key.startswith(f"{GROUP}:"):
        return None
    try:
        names = {language: parse(text).subject for language, text in texts.items()}
    except (BrokenWords, KeyError):
        return None
    return Subject(key, names, {"en": "", "cy": ""}, SHEET, front=FRONT)


def library(language: str, on: date) -> list[Paragraph]:
    """Every paragraph in force that day, by its title. One query."""
    now = queries.book(on)
    keys = [key for key in {**shipped(), **now.versions} if key.startswith(f"{GROUP}:")]
    found = (_paragraph(key, now.texts(key, shipped()[key].shipped if key in shipped() else {}), language) for key in keys)
    return sorted(found, key=lambda one: one.title)


def _paragraph(key: str, texts: Texts, language: str) -> Paragraph:
    sheet = parse(texts[language])
    return Paragraph(
        key.partition(":")[2], sheet.subject, rules.body(texts[language]), sheet.listed("stages"), sheet.listed("categories")
    )
