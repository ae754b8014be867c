"""What is asked before words change: both languages, a day, and why."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from design import fields
from design.datefield import DateField
from design.forms import Form

from . import rules
from .paragraphs import FRONT, STAGES
from .refusals import sentence
from .rules import LONGEST, Problem
from .subjects import LANGUAGES, LIST, SHEET, Subject, Texts
from .template import BrokenWords, parse

Choices = list[tuple[str, str]]
FORM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
TITLE = {"en": _("Title in English"), "cy": _("Title in Welsh")}
WORDS = {"en": _("Words in English"), "cy": _("Words in Welsh")}
GROUPS = {
    "letter": _("Letters"),
    "page": _("Public pages"),
    "paragraph": _("Standard paragraphs"),
    "office": _("What the office says of itself"),
    "list": _("Lists for plain words"),
}
FROM_PACK = _("Leave it empty to use what the office came with.")
ONE_A_LINE = _("One to a line: the word, then = and what to say instead.")
PLACED = _(
    "A heading begins with ##. An empty line begins a new paragraph. "
    "What stands in two pairs of curly brackets is filled in."
)
GAPS = _("Put [square brackets] round what the writer fills in.")


class EditForm(Form):
    """The words of one subject in both languages. `categories`: what a paragraph may be for, as (code, name). With `taken` a
    short name is asked for too, one that nothing has yet."""

    seen = fields.Hidden()
    undoes = fields.Hidden(required=False)
    since = DateField(_("From which day?"), missing=_("Enter the day from which it is used"))
    why = fields.Text(_("Why is this changed?"), missing=_("Write why, in a few words"), limit=200)

    def __init__(
        self, *args: Any, subject: Subject, categories: Choices, taken: Callable[[str], bool] | None = None, **kwargs: Any
    ) -> None:
        self.subject, self.taken = subject, taken
        first = {"name": _short_name()} if taken else {}
        self.base_fields = first | _asked(subject, categories) | dict(type(self).declared_fields)
        super().__init__(*args, **kwargs)

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if not FORM.fullmatch(name):
            raise django_forms.ValidationError(_("Use small letters a to z, figures and single dashes, like sorry-for-noise"))
        if self.taken and self.taken(name):
            raise django_forms.ValidationError(_("There is a paragraph of that name. Choose another name"))
        return name

    def texts(self, given: Mapping[str, Any]) -> Texts:
        """Both texts from what was typed, whether or not the rest of the form is whole. Raises BrokenWords."""
        if self.subject.shape != SHEET:
            return {language: given.get(f"words_{language}", "") for language in LANGUAGES}
        shared = {key: ", ".join(given.get(key) or ()) for key in self.subject.front}
        return {
            language: rules.sheet({"subject": given.get(f"title_{language}", "")} | shared, given.get(f"words_{language}", ""))
            for language in LANGUAGES
        }

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        try:
            self.wanted = self.texts(given)
        except BrokenWords:
            raise django_forms.ValidationError(sentence(Problem("unreadable", "en"))) from None
        return given

    @property
    def typed(self) -> Texts:
        """Both texts as they stand in the boxes now, for a look at them; empty where a heading cannot be read."""
        names = {f"{what}_{language}": self[f"{what}_{language}"].value() or ""
                 for what in ("title", "words") for language in LANGUAGES if f"{what}_{language}" in self.fields}  # fmt: skip
        shared = {key: self[key].value() for key in self.subject.front}
        try:
            return self.texts(names | shared)
        except BrokenWords:
            return {"en": "", "cy": ""}


def _short_name() -> fields.Text:
    return fields.Text(
        _("A short name for it"), missing=_("Write a short name"), limit=40, width=20, spellcheck=False,
        hint=_("Small letters, figures and dashes, like sorry-for-noise. Nobody can change it later."),
    )  # fmt: skip


def _asked(subject: Subject, categories: Choices) -> dict[str, Any]:
    hint = {SHEET: GAPS if subject.front else PLACED, LIST: ONE_A_LINE}.get(subject.shape, FROM_PACK if subject.empty else "")
    rows = 14 if subject.shape in (SHEET, LIST) and not subject.front else 5
    asked: dict[str, Any] = {}
    for language in LANGUAGES:
        if subject.shape == SHEET:
            missing = _("Write the title")
            asked[f"title_{language}"] = fields.Text(TITLE[language], missing=missing, limit=120, lang=language)
        asked[f"words_{language}"] = fields.TextArea(
            WORDS[language], missing=_("Write the words"), limit=LONGEST, lang=language, hint=hint, rows=rows,
            required=not subject.empty,
        )  # fmt: skip
    if subject.front == FRONT:
        stages, may = list(STAGES.items()), _("None chosen: for any.")
        asked["stages"] = fields.Checkboxes(_("When is it of use?"), stages, required=False, small=True)
        asked["categories"] = fields.Checkboxes(_("For which categories?"), categories, required=False, small=True, hint=may)
    return asked


def filled_in(subject: Subject, texts: Texts, *, since: date, seen: int, undoes: int | None = None) -> dict[str, Any]:
    """What the form begins with: the words of a version, taken apart."""
    begun: dict[str, Any] = {"since": since, "seen": str(seen), "undoes": "" if undoes is None else str(undoes)}
    for language in LANGUAGES:
        text = texts[language]
        if subject.shape != SHEET:
            begun[f"words_{language}"] = text
        elif text:
            read = parse(text)
            begun |= {f"title_{language}": read.subject, f"words_{language}": rules.body(text)}
            begun |= {key: list(read.listed(key)) for key in subject.front}
    return begun


class Which(Form):
    """Which words the list shows."""

    find = fields.Text(_("Find words"), required=False, limit=100, width=20)
    group = fields.Select(_("Which kind?"), [("", _("Every one")), *GROUPS.items()], required=False)
    state = fields.Select(
        _("Which ones?"),
        [
            ("", _("Every one")), ("edited", _("Changed here")), ("waiting", _("Waiting for sign-off")),
            ("unchecked", _("Welsh not checked")),
        ],
        required=False,
    )  # fmt: skip
