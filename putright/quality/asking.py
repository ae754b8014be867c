"""What every form here and in the rooms after this one shares: a list gone through point by point, a whole number, and a page
that asks, calls one action, and keeps what was typed when it is refused."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.forms import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from design.dates import month_name
from design.fields import Radios, Text
from design.forms import Form
from putright.cases import once
from putright.people.refusals import Refused

from . import words
from .lists import Point

FIGURES = _("Enter a whole number, in figures")
YES_NO = [("yes", _("Yes")), ("no", _("No"))]


class Whole(Text):
    """A whole number within bounds."""

    def __init__(self, label: object, least: int = 0, most: int = 999, **rest: Any) -> None:
        super().__init__(label, **({"limit": 3, "width": 3, "inputmode": "numeric", "missing": FIGURES} | rest))
        self.least, self.most = least, most

    def clean(self, value: object) -> Any:
        given = str(super().clean(value) or "").strip()
        if not given and not self.required:
            return None
        if not (given.isascii() and given.isdigit() and self.least <= int(given) <= self.most):
            bounds = {"least": self.least, "most": self.most}
            raise ValidationError(_("Enter a whole number from %(least)s to %(most)s") % bounds)
        return int(given)


class MarksForm(Form):
    """One question for each point of a list, then what the room asks besides. Marks come back by code."""

    choices: Sequence[tuple[str, object]] = list(words.MARKS.items())

    def __init__(self, *args: Any, points: Sequence[Point], **kwargs: Any) -> None:
        language = "cy" if get_language() == "cy" else "en"
        self.points = points
        asked = {
            f"p-{one.code}": Radios(
                one.name(language), list(self.choices), inline=True, hint=self.hint(one),
                missing=_("Not answered yet: %(point)s") % {"point": one.name(language)},
            )
            for one in points
        }
        super().__init__(*args, **kwargs)
        given = dict(self.fields)
        self.fields.clear()
        self.fields.update(asked | given)

    def hint(self, point: Point) -> object:
        return ""

    def marks(self) -> dict[str, str]:
        return {one.code: self.cleaned_data[f"p-{one.code}"] for one in self.points}


def typed(request: HttpRequest) -> object | None:
    return request.POST if request.method == "POST" else None


def month_of(day: date) -> str:
    """“October 2026”."""
    return f"{month_name(day.month, language())} {day.year}"


def language() -> str:
    return "cy" if get_language() == "cy" else "en"


def asked(
    request: HttpRequest, form: Form, title: object, act: Callable[[], object], to: tuple[object, ...], **more: object
) -> HttpResponse:
    """`to`: the page that follows and its arguments. `more`: back, intro, template."""
    if form.is_valid():
        try:
            once.only(request, act)
            return redirect(*to)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    page = {"title": title, "form": form, "template": "quality/form.html", "button": "", "intro": ""} | more
    return render(request, str(page["template"]), page, status=422 if form.is_bound else 200)
