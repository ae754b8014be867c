"""Every sentence on every screen has its Welsh, in step with the English, and the same everywhere."""

import ast
import re
from collections import defaultdict
from pathlib import Path

import polib
import pytest
from babel.messages.extract import extract
from django.conf import settings

from . import house

PLACES = ("design", "config", *(f"putright/{room.replace('.', '/')}" for room in house.PATHS))
# A word with a context, pgettext("a list", "No"), is looked for by itself.
KEYWORDS = {"_": None, "gettext": None, "gettext_lazy": None, "pgettext": ((1, "c"), 2), "ngettext": (1, 2)}
OPTIONS = {"trim_blocks": "true", "lstrip_blocks": "true", "newstyle_gettext": "true"}
HOLES = re.compile(r"%\((\w+)\)|%\{(\w+)\}|\{(\w*)\}")


def lists(place: str) -> list[Path]:
    """The word lists of a room: its own, and those of its folders (each way in has its own)."""
    return sorted((house.ROOT / place).rglob("locale/cy/LC_MESSAGES/django.po"))


def catalogue(place: str) -> dict[str, str]:
    found = {}
    for path in lists(place):
        entries = [e for e in polib.pofile(str(path)) if not e.obsolete and not e.fuzzy and e.msgstr.strip()]
        found |= {f"{e.msgctxt}: {e.msgid}" if e.msgctxt else e.msgid: e.msgstr for e in entries}
    return found


def said(place: str) -> dict[str, str]:
    """Every sentence of that room's Python and templates -> where."""
    found = {}
    paths = [p for p in house.python(*house.OURS) if p.is_relative_to(house.ROOT / place)]
    paths += [p for p in house.templates() if p.is_relative_to(house.ROOT / place)]
    if place == "config":  # its sign-in pages lie with the design's
        paths += [p for p in house.templates() if {"account", "mfa"} & set(p.parts)]
    if place == "design":
        paths = [p for p in paths if not {"account", "mfa"} & set(p.parts)]
    for path in paths:
        for line, words in sentences(path):
            found.setdefault(words, f"{house.named(path)}:{line}")
    return found


def sentences(path: Path):
    method = "jinja2" if path.suffix == ".html" else "python"
    with path.open("rb") as file:
        for line, words, _, context in extract(method, file, keywords=KEYWORDS, options=OPTIONS):
            for sentence in words if isinstance(words, tuple) else (words,):
                if sentence:
                    yield line, f"{context}: {sentence}" if context else sentence


CATALOGUES = {place: catalogue(place) for place in PLACES}
EVERYWHERE = {english: welsh for words in CATALOGUES.values() for english, welsh in words.items()}


@pytest.mark.parametrize("place", PLACES)
def test_every_sentence_has_its_welsh(place):
    missing = {where: words for words, where in said(place).items() if words not in EVERYWHERE}
    assert not missing, f"{len(missing)} without Welsh in {place}/locale/cy:\n" + "\n".join(
        f"  {where}: {words!r}" for where, words in missing.items()
    )


@pytest.mark.parametrize("place", PLACES)
def test_the_gaps_to_be_filled_are_the_same_in_both(place):
    def holes(text: str) -> list[str]:
        return sorted("".join(found) for found in HOLES.findall(text))

    wrong = {english: welsh for english, welsh in CATALOGUES[place].items() if holes(english) != holes(welsh)}
    assert not wrong, wrong


def test_a_sentence_has_one_welsh_wherever_it_stands():
    """Django joins all rooms' words into one list: of two Welsh sentences for one English, one would silently win."""
    welsh = defaultdict(dict)
    for place, words in CATALOGUES.items():
        for english, translated in words.items():
            welsh[english].setdefault(translated, []).append(place)
    assert not (twice := {english: dict(found) for english, found in welsh.items() if len(found) > 1}), twice


def test_every_list_of_welsh_says_who_wrote_it():
    for path in [path for place in PLACES for path in lists(place)]:
        assert "Machine-written; awaiting a translator" in path.read_text(), f"{house.named(path)}: say it in the header"


def test_every_list_of_welsh_is_read():
    """A list Django is not told of translates nothing."""
    told = {Path(folder) for folder in settings.LOCALE_PATHS}
    unread = [house.named(path) for place in PLACES for path in lists(place) if path.parents[2] not in told]
    assert not unread, f"Add these to LOCALE_PATHS: {unread}"


def test_no_sentence_is_put_together_before_it_is_translated():
    """_(f"...") and _("..." % x) look for a sentence nobody wrote: the Welsh is never found."""
    wrong = []
    for path in house.python(*house.OURS):
        for call in house.calls(house.tree(path)):
            if house.called(call) in {"_", "gettext", "gettext_lazy"} and call.args:
                made = call.args[0]
                if isinstance(made, ast.JoinedStr | ast.BinOp):
                    wrong.append(f"{house.named(path)}:{call.lineno}")
    assert not wrong, wrong
