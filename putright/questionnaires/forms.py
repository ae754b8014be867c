"""Writing a survey and its questions, and putting it forward."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from design import fields
from design.datefield import DateField
from design.forms import Form

from . import rules, words

YES_NO = [(rules.YES, gettext_lazy("Yes")), (rules.NO, gettext_lazy("No"))]


class IntroForm(Form):
    intro_en = fields.TextArea(gettext_lazy("What it says first, in English"), required=False, limit=1000, rows=3)
    intro_cy = fields.TextArea(gettext_lazy("What it says first, in Welsh"), required=False, limit=1000, rows=3, lang="cy")
    equality = fields.Radios(
        gettext_lazy("Ask people about themselves?"), YES_NO, missing=gettext_lazy("Choose yes or no"),
        hint=gettext_lazy("Age, ethnic group and disability, in wide bands. The answers are counted and never kept."),
    )  # fmt: skip


class QuestionForm(Form):
    code = fields.Text(
        gettext_lazy("A short name for it"), missing=gettext_lazy("Enter a short name"), limit=30, width=20,
        hint=gettext_lazy("Small letters, such as friendly. The same name in two versions is compared."),
    )  # fmt: skip
    kind = fields.Radios(
        gettext_lazy("How can they answer?"), list(words.KINDS.items()), missing=gettext_lazy("Choose how they can answer")
    )
    en = fields.Text(gettext_lazy("The question in English"), missing=gettext_lazy("Write it in English"), limit=300)
    cy = fields.Text(gettext_lazy("The question in Welsh"), missing=gettext_lazy("Write it in Welsh"), limit=300, lang="cy")
    soft = fields.Select(gettext_lazy("Which soft skill does it measure?"), list(words.SOFT.items()), required=False)
    choices_en = fields.TextArea(
        gettext_lazy("The answers to choose from, in English"), required=False, limit=1000, rows=4,
        hint=gettext_lazy("Only for one of a few answers. One to a line, from two to eight."),
    )  # fmt: skip
    choices_cy = fields.TextArea(
        gettext_lazy("The answers to choose from, in Welsh"), required=False, limit=1000, rows=4, lang="cy"
    )

    def clean_code(self) -> str:
        typed: str = self.cleaned_data["code"].strip()
        if not (typed.isascii() and typed.replace("_", "").isalnum() and typed == typed.lower()):
            self.add_error("code", _("Use small letters and numbers only"))
        return typed

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("kind") == rules.CHOICE:
            en, cy = _lines(given.get("choices_en", "")), _lines(given.get("choices_cy", ""))
            if len(en) != len(cy):
                self.add_error("choices_en", _("Write the same number of answers in both languages"))
            elif not rules.FEWEST <= len(en) <= rules.MOST:
                self.add_error("choices_en", _("Write from two to eight answers, one to a line"))
        return given

    def question(self) -> rules.Question:
        data = self.cleaned_data
        pairs = zip(_lines(data.get("choices_en", "")), _lines(data.get("choices_cy", "")), strict=False)
        choices = tuple((str(n), en, cy) for n, (en, cy) in enumerate(pairs, 1)) if data["kind"] == rules.CHOICE else ()
        return rules.Question(data["code"], data["kind"], data["en"], data["cy"], data.get("soft", ""), choices)


def begun(one: rules.Question) -> dict[str, str]:
    """A question as the form shows it."""
    en, cy = ("\n".join(choice[n] for choice in one.choices) for n in (1, 2))
    return {"code": one.code, "kind": one.kind, "en": one.en, "cy": one.cy, "soft": one.soft, "choices_en": en, "choices_cy": cy}


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class ProposeForm(Form):
    since = DateField(gettext_lazy("From which day?"), missing=gettext_lazy("Enter a date"))
    why = fields.Text(gettext_lazy("Why is it changed?"), missing=gettext_lazy("Write why it is changed"), limit=200)


class NewForm(Form):
    slug = fields.Text(
        gettext_lazy("A short name for it"), missing=gettext_lazy("Enter a short name"), limit=40, width=20,
        hint=gettext_lazy("Small letters and dashes, such as rural-crime."),
    )  # fmt: skip
    en = fields.Text(gettext_lazy("What it is called in English"), missing=gettext_lazy("Write it in English"), limit=120)
    cy = fields.Text(
        gettext_lazy("What it is called in Welsh"), missing=gettext_lazy("Write it in Welsh"), limit=120, lang="cy"
    )

    def clean_slug(self) -> str:
        typed: str = self.cleaned_data["slug"].strip()
        if not (typed.isascii() and typed.replace("-", "").isalnum() and typed == typed.lower()):
            self.add_error("slug", _("Use small letters, numbers and dashes only"))
        return typed
