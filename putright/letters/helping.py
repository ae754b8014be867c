"""Beside the words of a letter: standard paragraphs to put in, and a look at how plain the words are. Nothing typed is lost."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from design import fields
from design.forms import Form
from putright.codes import queries as codes
from putright.law.calendar import day_of
from putright.words import paragraphs, shown

from .forms import Asking, Words

HELP = frozenset({"find", "check", "insert"})
MOST = 12  # paragraphs shown at once
USUAL = {"outcome": "result", "update": "during", "not_complaint": "result"}  # the stage a kind of letter belongs to


class Library(Form):
    """Which paragraphs to show, and into which answer one goes."""

    find = fields.Text(_("Find a paragraph"), required=False, limit=100)
    stage = fields.Select(_("When is it of use?"), [("", _("Any time")), *paragraphs.STAGES.items()], required=False)
    category = fields.Select(_("For which category?"), (), required=False)
    into = fields.Select(_("Where should it go?"), (), required=False)

    def __init__(self, *args: Any, answers: Mapping[str, Any], categories: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].choices = [("", _("Any category")), *categories]
        self.fields["into"].choices = list(answers.items())


def is_help(request: HttpRequest) -> bool:
    return request.method == "POST" and (request.POST.get("do") in HELP or "insert" in request.POST)


def helped(request: HttpRequest, asking: Asking) -> Words:
    """Everything that is in the boxes, with the paragraph that was pressed put after it in each language of the letter."""
    empty = Words(asking=asking, at=request.at)
    typed, chosen, into = request.POST.copy(), request.POST.get("insert", ""), where(request, empty)
    for language in asking.languages if chosen and into else ():
        found = {one.name: one.text for one in paragraphs.library(language, day_of(request.at))}
        box = f"{into}_{language}"
        typed[box] = "\n\n".join(filter(None, [typed.get(box, "").strip(), found.get(chosen, "")]))
    return Words(typed, asking=asking, at=request.at, helped=True)


def where(request: HttpRequest, form: Words) -> str:
    """The answer a paragraph goes into: the one that was chosen, else the first; empty where nothing is asked."""
    into = request.POST.get("into", "")
    return into if into in form.answers else next(iter(form.answers), "")


def beside(request: HttpRequest, kind: str, form: Words) -> dict[str, object]:
    """The library as it was asked for, in the reader's language, and the hints. Two queries; none for a letter that asks for no
    words."""
    if not form.answers:
        return {}
    on, language = day_of(request.at), "cy" if get_language() == "cy" else "en"
    groups = [(row.code, f"{row.code} {row.name(language)}") for row in codes.in_force("categories", on) if not row.parent]
    asked = {name: request.POST.get(name, "") for name in Library.base_fields}
    asked["into"] = where(request, form)
    if request.method != "POST":
        asked["stage"] = USUAL.get(kind, "")
    fit = [one for one in paragraphs.library(language, on) if one.fits(asked["find"], asked["stage"], asked["category"])]
    library = Library(initial=asked, answers=form.answers, categories=groups)
    return {"library": library, "paragraphs": fit[:MOST], "more": len(fit) - MOST} | checked(request, form)


def checked(request: HttpRequest, form: Words) -> dict[str, object]:
    """Hints about what is typed, when they were asked for."""
    if request.POST.get("do") != "check":
        return {}
    said = {code: [form.data.get(f"{name}_{code}", "") for name in form.answers] for code in form.languages}
    texts = {code: "\n\n".join(words) for code, words in said.items()}
    return {"hinted": shown.hinted(texts, day_of(request.at)), "was_checked": True}
