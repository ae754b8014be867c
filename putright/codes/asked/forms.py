"""What is asked before a question of a kind changes: both languages always, and a day."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from design import fields
from design.datefield import DateField

from ..forms import Why
from .rules import BOTH, HANDLER, PUBLIC, Question, kept_codes, read_choices

ANSWERS = [
    ("told", _("Nothing: a sentence to say or show")),
    ("yesno", _("Yes, no or not known")),
    ("choice", _("One of a few choices")),
    ("text", _("A few words")),
    ("date", _("A date")),
    ("money", _("An amount of money")),
    ("registration", _("A vehicle’s registration number")),
]
ASKED = [(HANDLER, _("The handler, on the quick entry")), (PUBLIC, _("The person, on the public form")), (BOTH, _("Both"))]


class WordsForm(Why):
    """The words, which may change from a day on."""

    en = fields.TextArea(_("Words in English"), missing=_("Write the words in English"), limit=600, rows=2, lang="en")
    cy = fields.TextArea(_("Words in Welsh"), missing=_("Write the words in Welsh"), limit=600, rows=2, lang="cy")
    hint_en = fields.Text(_("Hint in English (optional)"), required=False, limit=300, lang="en")
    hint_cy = fields.Text(_("Hint in Welsh (optional)"), required=False, limit=300, lang="cy")
    choices = fields.TextArea(
        _("Choices, for a question with choices"), required=False, limit=5_000, rows=4,
        hint=_("One a line, in English and in Welsh, with an equals sign between: Lost = Ar goll"),
    )  # fmt: skip
    asked = fields.Radios(_("Who is asked?"), ASKED)
    place = fields.Text(_("Its place among the questions"), limit=3, width=3, inputmode="numeric")
    source = fields.Text(_("Where does it come from?"), required=False, limit=200)
    since = DateField(_("First day"), missing=_("Enter its first day"), hint=_("What was answered before keeps its words."))
    field_order = ("en", "cy", "hint_en", "hint_cy", "choices", "asked", "place", "source", "since", "why")

    def __init__(self, *args: object, topic: str, old: Question | None = None, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.topic, self.old = topic, old
        if old and old.answer != "choice":
            del self.fields["choices"]

    def clean_choices(self) -> tuple[object, ...]:
        try:
            return kept_codes(read_choices(self.cleaned_data["choices"]), self.old.choices if self.old else ())
        except ValueError as problem:
            raise forms.ValidationError(
                _("“%(line)s” is no choice. Write English = Welsh, each choice once"), params={"line": problem}
            ) from problem

    def clean_place(self) -> int:
        typed = self.cleaned_data["place"]
        if not (typed.isascii() and typed.isdecimal()):
            raise forms.ValidationError(_("Write its place as a number, for example 3"))
        return int(typed)

    def question(self) -> Question:
        given = self.cleaned_data
        answer = self.old.answer if self.old else given["answer"]
        return Question(
            topic=self.topic, name=self.old.name if self.old else given["name"], answer=answer, asked=given["asked"],
            en=given["en"], cy=given["cy"], since=given["since"], hint_en=given["hint_en"], hint_cy=given["hint_cy"],
            choices=given.get("choices", ()) if answer == "choice" else (), place=given["place"], source=given["source"],
        )  # fmt: skip


class AskForm(WordsForm):
    name = fields.Text(
        _("Short name"), missing=_("Write a short name"), limit=28, width=20, spellcheck=False,
        hint=_("Small letters, figures and dashes. It is never shown to the public, and never changes."),
    )  # fmt: skip
    answer = fields.Radios(_("How is it answered?"), ANSWERS)
    field_order = ("name", "answer", *WordsForm.field_order)


class StopForm(Why):
    until = DateField(_("Last day it is asked"), missing=_("Enter its last day"))
    field_order = ("until", "why")


def as_typed(old: Question) -> Mapping[str, object]:
    """The boxes as they open for a rewording."""
    choices = "\n".join(f"{one.en} = {one.cy}" for one in old.choices)
    return {
        "en": old.en, "cy": old.cy, "hint_en": old.hint_en, "hint_cy": old.hint_cy, "choices": choices,
        "asked": old.asked, "place": str(old.place), "source": old.source,
    }  # fmt: skip
