"""Beside the words of a letter: standard paragraphs to put in, and a look at how plain the words are. Nothing typed is lost."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from design import fields
from design.forms import Form
from putright.codes import queries as codes
from putright.law.calendar import day_of
from putright.words import paragraphs, shown

from .forms import QUESTIONS
from .kinds import KINDS

HELP = frozenset({"find", "check", "insert"})
MOST = 12  # paragraphs shown at once
USUAL = {"outcome": "result", "update": "during", "not_complaint": "result"}  # the stage a kind of letter belongs to


class Library(Form):
    """Which paragraphs to show, and into which answer one goes."""

    find = fields.Text(_("Find a paragraph"), required=False, limit=100)
    stage = fields.Select(_("When is it of use?"), [("", _("Any time")), *paragraphs.STAGES.items()], required=False)
    category = fields.Select(_("For which category?"), (), required=False)
    into = fields.Select(_("Where should it go?"), (), required=False)

    def __init__(self, *args: Any, kind: str, categories: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].choices = [("", _("Any category")), *categories]
        self.fields["into"].choices = [(ask, QUESTIONS[ask][0]) for ask in KINDS[kind].asks]


def is_help(request: HttpRequest) -> bool:
    return request.method == "POST" and (request.POST.get("do") in HELP or "insert" in request.POST)


def typed(request: HttpRequest, kind: str, languages: Sequence[str]) -> dict[str, str]:
    """What is in the boxes, with the paragraph that was pressed put after it, in each language of the letter."""
    boxes = {f"{ask}_{language}" for ask in KINDS[kind].asks for language in languages}
    words = {name: text for name, text in request.POST.items() if name in boxes or name == "review"}
    chosen, into = request.POST.get("insert", ""), where(request, kind)
    if chosen and into:
        for language in languages:
            found = {one.name: one.text for one in paragraphs.library(language, day_of(request.at))}
            box = f"{into}_{language}"
            words[box] = "\n\n".join(filter(None, [words.get(box, "").strip(), found.get(chosen, "")]))
    return words


def where(request: HttpRequest, kind: str) -> str:
    """The answer a paragraph goes into: the one that was chosen, else the first; empty where nothing is asked."""
    asks, into = KINDS[kind].asks, request.POST.get("into", "")
    return into if into in asks else next(iter(asks), "")


def beside(request: HttpRequest, kind: str) -> dict[str, object]:
    """The library as it was asked for, in the reader's language. Two queries; none for a letter that asks for no words."""
    if not KINDS[kind].asks:
        return {}
    on, language = day_of(request.at), "cy" if get_language() == "cy" else "en"
    groups = [(row.code, f"{row.code} {row.name(language)}") for row in codes.in_force("categories", on) if not row.parent]
    asked = {name: request.POST.get(name, "") for name in Library.base_fields}
    asked["into"] = where(request, kind)
    if request.method != "POST":
        asked["stage"] = USUAL.get(kind, "")
    fit = [one for one in paragraphs.library(language, on) if one.fits(asked["find"], asked["stage"], asked["category"])]
    library = Library(initial=asked, kind=kind, categories=groups)
    return {"library": library, "paragraphs": fit[:MOST], "more": len(fit) - MOST}


def checked(request: HttpRequest, words: dict[str, str], languages: Sequence[str]) -> dict[str, object]:
    """Hints about what is typed, when they were asked for."""
    if request.POST.get("do") != "check":
        return {}
    by_language = {code: "\n\n".join(t for name, t in words.items() if name.endswith(f"_{code}")) for code in languages}
    return {"hinted": shown.hinted(by_language, day_of(request.at)), "was_checked": True}
