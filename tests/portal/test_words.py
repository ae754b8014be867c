"""Every sentence of the public's pages has its Welsh, with the same blanks in it."""

import ast
import re
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).resolve().parents[2]
LISTS = [
    ROOT / place / "locale/cy/LC_MESSAGES/django.po"
    for place in ("design", "putright/contacts/channels/web", "putright/portal")
]
EVERY = sorted(ROOT.glob("putright/**/locale/cy/LC_MESSAGES/django.po"))  # one word list when the pages are shown
PLACES = ["putright/contacts/channels/web", "putright/portal"]
IN_TEMPLATE = re.compile(r'\b_\(\s*("(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\')')


def sentences() -> set[str]:
    found = set()
    for place in PLACES:
        for file in (ROOT / place).rglob("*.html"):
            found |= {ast.literal_eval(words) for words in IN_TEMPLATE.findall(file.read_text(encoding="utf-8"))}
        for file in (ROOT / place).rglob("*.py"):
            calls = (n for n in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(n, ast.Call))
            found |= {n.args[0].value for n in calls if getattr(n.func, "id", "") == "_" and n.args}
    return found


def test_no_sentence_is_without_its_welsh():
    welsh = {entry.msgid for words in (*LISTS, *EVERY) for entry in polib.pofile(str(words)) if entry.msgstr}
    assert len(sentences()) > 150
    assert sentences() - welsh == set()


@pytest.mark.parametrize("words", LISTS[1:], ids=["form", "portal"])
def test_both_languages_have_the_same_blanks(words):
    blanks = re.compile(r"%\(\w+\)s")
    for entry in polib.pofile(str(words)):
        assert sorted(blanks.findall(entry.msgid)) == sorted(blanks.findall(entry.msgstr)), entry.msgid


@pytest.mark.parametrize("words", LISTS[1:], ids=["form", "portal"])
def test_no_list_holds_a_sentence_nobody_says(words):
    others = {
        "Another contact joined this case",
        "Settled at first contact",
        "Tell us what happened. A few words are enough.",
        "To settle it now, write what you told them or did for them.",
    }  # contacts' own, outside the form
    assert {entry.msgid for entry in polib.pofile(str(words))} - sentences() - others == set()
