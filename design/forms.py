"""A form whose fields draw themselves, and the summary that says what is wrong and leads there."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from markupsafe import Markup

from design import drawing, macros
from design.datefield import DateField
from design.dates import LONDON


class DrawnField(BoundField):
    """`{{ form.name }}` in a template is the whole component: label, hint, error and input."""

    def render(self, *_ignored: Any, **_also: Any) -> Markup:
        return drawing.draw(self)

    __str__ = render
    __html__ = render


class Form(forms.Form):
    """`{{ form }}` draws every field in order. `at` is the moment of the request; a date in the past needs it.

    A field another one reveals is drawn inside that one, and is not asked for, nor checked, while it is closed.
    """

    bound_field_class = DrawnField

    def __init__(self, *args: Any, at: datetime | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": ""} | kwargs)
        self._limit_dates(at)
        self._revealed = self._close_unopened()

    def _limit_dates(self, at: datetime | None) -> None:
        for name, field in self.fields.items():
            if isinstance(field, DateField) and field.past:
                if at is None:
                    raise ValueError(f"{name} must be in the past, so the form needs at=request.at")
                field.not_after = at.astimezone(LONDON).date()

    def _close_unopened(self) -> frozenset[str]:
        revealed = set()
        for name, field in self.fields.items():
            reveals = field.look.reveals if hasattr(field, "look") else {}
            chosen = self[name].data if self.is_bound and reveals else None
            for value, opened in reveals.items():
                revealed.update(opened.split())
                is_open = value in chosen if isinstance(chosen, list) else value == chosen
                for name in opened.split() if self.is_bound and not is_open else ():
                    self.fields[name].required, self.fields[name].disabled = False, True
        return frozenset(revealed)

    @property
    def heads_page(self) -> bool:
        """A field's own label is the page's heading, so the layout draws none."""
        return any(getattr(field, "look", None) and field.look.heading for field in self.fields.values())

    def drawn(self) -> Iterator[Markup]:
        for bound in self:
            if bound.name not in self._revealed:
                yield drawing.draw(bound)

    def render(self, *_ignored: Any, **_also: Any) -> Markup:
        return Markup("\n").join(self.drawn())

    __str__ = render
    __html__ = render


def wrongs(form: forms.BaseForm) -> list[dict[str, str]]:
    """Every error with where it leads, in the order of the page; one about the whole form leads to its first input."""
    visible = [bound for bound in form if not bound.is_hidden]
    start = f"#{drawing.first_input(visible[0])}" if visible else "#main-content"
    listed = [{"text": str(error), "href": start} for error in form.non_field_errors()]
    for bound in form:
        if bound.errors:
            href = start if bound.is_hidden else f"#{drawing.first_input(bound)}"
            listed.append({"text": str(bound.errors[0]), "href": href})
    return listed


def error_summary(form: forms.BaseForm | None) -> Markup:
    if form is None or not form.is_bound or not form.errors:
        return Markup("")
    return macros.render("error-summary", {"titleText": _("There is a problem"), "errorList": wrongs(form)})


def error_prefix(form: forms.BaseForm | None) -> str:
    """First words of the title, so that someone listening knows at once that the page came back."""
    return f"{_('Error:')} " if form is not None and form.is_bound and form.errors else ""
