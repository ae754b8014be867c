"""Everything whose words an office may change. Rooms that come later say what they have in their own drawer `worded.py`,
with `subjects()`, which gives them; nothing is imported ahead (codes.usage does the same)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from putright import ROOMS

LANGUAGES = ("en", "cy")
SHEET, PLAIN, LIST = "sheet", "plain", "list"  # a subject line with sections; a few lines; one term to a line
GROUPS = ("letter", "page", "paragraph", "office", "list")  # in this order everywhere
Texts = Mapping[str, str]  # language -> text


@dataclass(frozen=True)
class Example:
    """What words look like with example values: HTML that is safe to show, and a PDF where there is paper."""

    html: str
    pdf: bytes = b""


@dataclass(frozen=True)
class Subject:
    """One thing with words, `letter:outcome` or `page:charter`. `shipped` came with the system and is its version 0.

    `places` may be named in the words. `needs` are the parts that must be there, each with the places it must keep.
    `draw` makes an example from a language and its text, as on that day, with the PDF only when that is asked for."""

    key: str
    names: Texts
    shipped: Texts
    shape: str = SHEET
    places: frozenset[str] = frozenset()
    needs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    neutral: bool = False  # its title may be read over somebody's shoulder
    empty: bool = False  # may have no words at all
    front: tuple[str, ...] = ()  # further lines of the front matter, the same in both languages
    draw: Callable[[str, str, date, bool], Example] | None = None
    address: str = ""  # the page of the public that shows it, by its name

    @property
    def group(self) -> str:
        return self.key.partition(":")[0]

    @property
    def name(self) -> str:
        return self.key.partition(":")[2]

    def named(self, language: str) -> str:
        return self.names["cy" if language == "cy" else "en"]


@cache
def shipped() -> Mapping[str, Subject]:
    """Every subject that came with the system, by group and then in the order of the rooms. A key given twice stops the start."""
    found: dict[str, Subject] = {}
    for room in ROOMS:
        if not find_spec(f"putright.{room}.worded"):
            continue
        offered: Iterable[Subject] = import_module(f"putright.{room}.worded").subjects()
        for subject in offered:
            if subject.key in found:
                raise ValueError(f"{subject.key} is offered twice; the second is in {room}.")
            found[subject.key] = subject
    return {key: found[key] for key in sorted(found, key=lambda key: GROUPS.index(found[key].group))}
