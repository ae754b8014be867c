"""Turning a bound field into the options of its component, and those into HTML."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from django.forms import BoundField
from django.utils.translation import gettext as _
from markupsafe import Markup, escape

from design import macros
from design.boxes import BOXES, TypedDate

Params = dict[str, Any]

# The design system's script marks a radio as "expanded", which radios may not be (axe: aria-allowed-attr). Our style
# sheet opens and closes what a radio reveals, with no script; an old browser simply shows it open.
_SCRIPTED_REVEAL = re.compile(r' data-aria-controls="[^"]*"| govuk-radios__conditional--hidden')


def draw(bound: BoundField) -> Markup:
    return _DRAWN[bound.field.component](bound)


def first_input(bound: BoundField) -> str:
    """Where the error summary leads: the first choice, the first wrong box of a date, otherwise the field itself."""
    if getattr(bound.field, "component", "") != "date-input":
        return bound.auto_id
    codes = [error.code for error in bound.form.errors.as_data().get(bound.name, ())]
    return f"{bound.auto_id}-{next((code for code in codes if code in BOXES), 'day')}"


def typed(bound: BoundField) -> Any:
    """What the person typed, right or wrong; before they have, what was there."""
    return bound.data if bound.form.is_bound else bound.initial


def _text(value: Any) -> Markup:
    """New lines are written as codes: the macros indent what they hold, and would indent a person's words too."""
    return Markup("&#10;").join(escape("" if value is None else str(value)).split("\n"))


def _around(bound: BoundField) -> Params:
    """What every component takes: hint, error, language."""
    look = bound.field.look
    params: Params = {"name": bound.html_name}
    if look.hint:
        params["hint"] = {"text": str(look.hint)}
    if bound.errors:
        params["errorMessage"] = {"text": str(bound.errors[0]), "visuallyHiddenText": _("Error")}
    if look.lang:
        params["attributes"] = {"lang": look.lang}
    return params


def _label(bound: BoundField) -> Params:
    heading = bound.field.look.heading
    return {
        "text": str(bound.label),
        "classes": "govuk-label--l" if heading else "govuk-label--s",
        "isPageHeading": heading,
    }


def _legend(bound: BoundField) -> Params:
    heading = bound.field.look.heading
    size = "l" if heading else "s"
    classes = f"govuk-fieldset__legend--{size}"
    return {"legend": {"text": str(bound.label), "classes": classes, "isPageHeading": heading}}


def _line(bound: BoundField) -> Markup:
    field, look = bound.field, bound.field.look
    shown = "" if field.type == "password" else _text(typed(bound))
    params = _around(bound) | {"id": bound.auto_id, "label": _label(bound), "value": shown}
    params |= {"type": field.type, "autocomplete": look.autocomplete, "inputmode": look.inputmode}
    params |= {"classes": f"govuk-input--width-{look.width}" if look.width else "", "spellcheck": look.spellcheck}
    return macros.render("input", params)


def _area(bound: BoundField) -> Params:
    look = bound.field.look
    return _around(bound) | {
        "id": bound.auto_id,
        "label": _label(bound),
        "value": _text(typed(bound)),
        "rows": look.rows,
        "spellcheck": look.spellcheck,
    }


def _many_lines(bound: BoundField) -> Markup:
    return macros.render("textarea", _area(bound) | {"autocomplete": bound.field.look.autocomplete})


def _counted(bound: BoundField) -> Markup:
    """One wording for every number, so that no language's plurals can go wrong."""
    forms = ("zero", "one", "two", "few", "many", "other")
    left, over = _("Characters you have left: %{count}"), _("Characters too many: %{count}")
    words: Params = {
        "textareaDescriptionText": _("You can write up to %{count} characters"),
        "charactersUnderLimitText": dict.fromkeys(forms, left),
        "charactersAtLimitText": _("You have no characters left"),
        "charactersOverLimitText": dict.fromkeys(forms, over),
    }
    limit = {"maxlength": bound.field.limit, "threshold": 75 if bound.field.limit > 1000 else 0}
    return macros.render("character-count", _area(bound) | words | limit)


def _item(bound: BoundField, value: Any, text: Any) -> Params:
    look = bound.field.look
    item: Params = {"value": str(value), "text": str(text)}
    if value in look.hints:
        item["hint"] = {"text": str(look.hints[value])}
    if value in look.reveals:
        item["conditional"] = {"html": Markup("\n").join(draw(bound.form[name]) for name in look.reveals[value].split())}
    return item


def _choices(bound: BoundField, chosen: set[str]) -> Iterator[Params]:
    for value, text in bound.field.choices:
        if bound.field.look.or_before and value == bound.field.look.or_before:
            yield {"divider": _("or")}
        yield _item(bound, value, text) | {"checked": str(value) in chosen}


def _radios(bound: BoundField) -> Markup:
    value = typed(bound)
    params = _around(bound) | {"idPrefix": bound.auto_id, "fieldset": _legend(bound)}
    params["items"] = list(_choices(bound, set() if value is None else {str(value)}))
    params["classes"] = "govuk-radios--inline" if bound.field.look.inline else ""
    return Markup(_SCRIPTED_REVEAL.sub("", macros.render("radios", params)))  # noqa: S704 - only takes away


def _checkboxes(bound: BoundField) -> Markup:
    chosen = {str(value) for value in typed(bound) or ()}
    params = _around(bound) | {"idPrefix": bound.auto_id, "fieldset": _legend(bound)}
    params["classes"] = "govuk-checkboxes--small" if bound.field.look.small else ""
    return macros.render("checkboxes", params | {"items": list(_choices(bound, chosen))})


def _select(bound: BoundField) -> Markup:
    value = str(typed(bound) or "")
    items = [{"value": "", "text": _("Choose an answer")}] if "" not in dict(bound.field.choices) else []
    items += [
        {"value": str(key), "text": str(text), "selected": str(key) == value} for key, text in bound.field.choices
    ]
    return macros.render("select", _around(bound) | {"id": bound.auto_id, "label": _label(bound), "items": items})


def _date(bound: BoundField) -> Markup:
    written = TypedDate.of(typed(bound))
    wrong = first_input(bound) if bound.errors else ""
    names = {"day": _("Day"), "month": _("Month"), "year": _("Year")}
    items = [_date_box(bound, box, names[box], getattr(written, box), wrong) for box in BOXES]
    params = _around(bound) | {"id": bound.auto_id, "namePrefix": bound.html_name, "fieldset": _legend(bound)}
    del params["name"]
    return macros.render("date-input", params | {"items": items})


def _date_box(bound: BoundField, box: str, label: str, value: str, wrong: str) -> Params:
    autocomplete = bound.field.look.autocomplete
    error = " govuk-input--error" if wrong == f"{bound.auto_id}-{box}" else ""
    return {
        "name": box,
        "label": label,
        "value": _text(value),
        "classes": f"govuk-input--width-{4 if box == 'year' else 2}{error}",
        "autocomplete": f"{autocomplete}-{box}" if autocomplete else "",
        # A month may be written as a word, so its keyboard must have letters.
        "inputmode": "text" if box == "month" else "numeric",
    }


def _files(bound: BoundField) -> Markup:
    params = _around(bound) | {"id": bound.auto_id, "label": _label(bound)}
    if bound.field.many:
        params["attributes"] = params.get("attributes", {}) | {"multiple": True}
    return macros.render("file-upload", params)


def _hidden(bound: BoundField) -> Markup:
    return Markup('<input type="hidden" name="{}" value="{}">').format(bound.html_name, _text(typed(bound)))


def foreign(bound: BoundField) -> Markup:
    """A one-line field of a library's own form (signing in), drawn as ours: text, password, number, email."""
    widget = bound.field.widget
    params: Params = {"id": bound.auto_id, "name": bound.html_name, "type": widget.input_type}
    params["label"] = {"text": str(bound.label), "classes": "govuk-label--s"}
    params["autocomplete"] = widget.attrs.get("autocomplete", "")
    params["value"] = "" if widget.input_type == "password" else _text(typed(bound))
    if bound.errors:
        params["errorMessage"] = {"text": str(bound.errors[0]), "visuallyHiddenText": _("Error")}
    return macros.render("input", params | {"classes": "govuk-input--width-20"})


_DRAWN: dict[str, Callable[[BoundField], Markup]] = {
    "input": _line,
    "textarea": _many_lines,
    "character-count": _counted,
    "radios": _radios,
    "checkboxes": _checkboxes,
    "select": _select,
    "date-input": _date,
    "file-upload": _files,
    "hidden": _hidden,
}
