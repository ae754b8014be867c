"""The answers in words, to be read over before sending, each with its way back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.forms import BoundField
from django.urls import reverse
from django.utils.translation import gettext as _
from markupsafe import Markup, escape

from design import dates

from . import questions
from .answers import Answers


@dataclass(frozen=True)
class Line:
    label: str
    answer: Markup
    change: str

    def row(self) -> dict[str, Any]:
        link = {"href": self.change, "text": _("Change"), "visuallyHiddenText": self.label.lower()}
        return {"key": {"text": self.label}, "value": {"html": self.answer}, "actions": {"items": [link]}}


def rows(answers: Answers, *, at: datetime) -> list[dict[str, Any]]:
    """One row for each question answered, and for each left empty that could be answered."""
    return [line.row() for line in lines(answers, at=at)]


def files_row(names: Markup) -> dict[str, Any]:
    """What was given to look at, under the words that asked for it."""
    change = reverse("contacts:step", kwargs={"slug": "files"}) + "?change=1"
    return Line(_("Photos, letters and other files"), names, change).row()


def lines(answers: Answers, *, at: datetime) -> Iterator[Line]:
    for page in questions.asked(answers):
        form = page.bound(answers.typed(page.slug), answers, at=at)
        form.is_valid()
        change = reverse("contacts:step", kwargs={"slug": page.slug}) + "?change=1"
        opened_by: dict[str, str] = {}
        for bound in form:
            given, look = form.cleaned_data.get(bound.name), bound.field.look
            if look.heading and isinstance(given, str) and given in look.reveals:
                opened_by[look.reveals[given]] = str(bound.label)  # what it opens is the answer: "When …?" 2 March
            elif not bound.is_hidden and not bound.field.disabled and bound.name != "files":
                label = opened_by.get(bound.name, str(bound.label))
                yield Line(label.replace(_("(optional)"), "").strip(), in_words(bound), change)


def in_words(bound: BoundField) -> Markup:
    given = bound.form.cleaned_data.get(bound.name)
    if isinstance(given, date):
        return escape(dates.day(given))
    chosen = [given] if isinstance(given, str) else given or []
    choices = {str(value): str(text) for value, text in getattr(bound.field, "choices", ())}
    if choices:
        return Markup(", ").join(choices[value] for value in chosen if value) or nothing()
    return theirs(given) if given else nothing()


def theirs(words: str) -> Markup:
    """Their own words, in whichever direction they are written; new lines as codes, or the macro would indent them."""
    coded = escape(words).replace("\n", Markup("&#10;"))
    return Markup('<span class="app-their-words" dir="auto">{}</span>').format(coded)


def nothing() -> Markup:
    return escape(_("Not given"))
