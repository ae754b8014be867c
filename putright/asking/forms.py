"""Asking, answering, meeting."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from design import fields
from design.datefield import DateField
from design.filefield import Files
from design.forms import Form

from . import rules, words
from .models import Question

IN = {"en": gettext_lazy("in English"), "cy": gettext_lazy("in Welsh")}


class AskForm(Form):
    """The question in each language of the letter. The answers to choose from are asked for in each too."""

    kind = fields.Radios(
        gettext_lazy("How can they answer?"), list(words.KINDS.items()), missing=gettext_lazy("Choose how they can answer")
    )

    def __init__(self, *args: Any, languages: Sequence[str], **kwargs: Any) -> None:
        self.languages = languages
        asked = {f"words_{one}": self._asked(one) for one in languages}
        choices = {f"choices_{one}": self._choices(one) for one in languages}
        self.base_fields = asked | {"kind": self.base_fields["kind"]} | choices
        super().__init__(*args, **kwargs)

    def _asked(self, language: str) -> fields.TextArea:
        label = _("Your one question, %(language)s") % {"language": IN[language]}
        hint = _("In plain words. Leave out names and what it is about: the page that shows it opens without a password.")
        return fields.TextArea(label, missing=_("Write your question"), hint=hint, limit=500, rows=3, lang=language)

    def _choices(self, language: str) -> fields.TextArea:
        label = _("The answers to choose from, %(language)s") % {"language": IN[language]}
        hint = _("Only for one of a few answers. One to a line, from two to eight.")
        return fields.TextArea(label, hint=hint, limit=1000, rows=4, lang=language, required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("kind") == rules.CHOICE:
            numbers = {len(rules.listed(given.get(f"choices_{one}", ""))) for one in self.languages}
            if len(numbers) > 1:
                self.add_error(f"choices_{self.languages[0]}", _("Write the same number of answers in both languages"))
            elif not rules.FEWEST <= min(numbers) <= rules.MOST:
                self.add_error(f"choices_{self.languages[0]}", _("Write from two to eight answers, one to a line"))
        return given

    def said(self) -> dict[str, str]:
        return {one: self.cleaned_data[f"words_{one}"] for one in self.languages}

    def offered(self) -> dict[str, list[str]]:
        if self.cleaned_data["kind"] != rules.CHOICE:
            return {}
        return {one: rules.listed(self.cleaned_data[f"choices_{one}"]) for one in self.languages}


class AnswerForm(Form):
    """The page behind the link. What may be added in words is never asked for twice."""

    def __init__(self, *args: Any, asked: Question, language: str, **kwargs: Any) -> None:
        self.asked, self.language = asked, language
        self.base_fields = self._fields()
        super().__init__(*args, **kwargs)

    def _fields(self) -> dict[str, Any]:
        label, kind = _("Your answer"), self.asked.kind
        if kind == rules.TEXT:
            return {"words": fields.TextArea(label, missing=_("Write your answer"), limit=20_000)}
        more = fields.TextArea(_("Anything to add?"), hint=_("You do not have to."), required=False, limit=20_000)
        if kind == rules.DATE:
            hint = _("For example, 27 3 2026")
            return {"value": DateField(label, hint=hint, missing=_("Enter a date")), "words": more}
        if kind == rules.FILE:
            return {"files": Files(_("Choose your file"), required=False), "words": more}
        return {"value": fields.Radios(label, self.options(), missing=_("Choose one of the answers")), "words": more}

    def options(self) -> list[tuple[str, Any]]:
        if self.asked.kind == rules.YES_NO:
            return list(words.VALUES.items())
        offered = self.asked.choices.get(self.language) or next(iter(self.asked.choices.values()), [])
        return [(str(number), text) for number, text in enumerate(offered, 1)]

    def value(self) -> str:
        given = self.cleaned_data.get("value") or ""
        return given.isoformat() if self.asked.kind == rules.DATE and given else str(given)

    def said(self) -> str:
        """The answer in words, as the contact that joins the case will hold them."""
        chosen = dict(self.options()).get(self.value(), "") if self.asked.kind in (rules.YES_NO, rules.CHOICE) else self.value()
        told = self.cleaned_data.get("words") or ""
        return "\n\n".join(filter(None, [str(chosen), told])) or _("I have sent a file.")


class ConsiderForm(Form):
    offered = fields.Radios(
        gettext_lazy("Is a meeting offered?"),
        [("yes", gettext_lazy("Yes, offer a meeting")), ("no", gettext_lazy("No"))],
        missing=gettext_lazy("Choose whether a meeting is offered"),
    )
    why = fields.TextArea(gettext_lazy("If not, why not?"), required=False, limit=2000, rows=3)


class ArrangeForm(Form):
    on = DateField(gettext_lazy("Which day?"), required=False)
    time = fields.Text(gettext_lazy("What time?"), required=False, limit=20, width=10)
    place = fields.Text(gettext_lazy("Where?"), required=False, limit=300)
    who = fields.TextArea(gettext_lazy("Who comes?"), required=False, limit=1000, rows=3)
    adjustments = fields.TextArea(
        gettext_lazy("What do they need?"), required=False, limit=1000, rows=3,
        hint=gettext_lazy("An interpreter, Welsh, easy access, somebody beside them."),
    )  # fmt: skip


class BecameForm(Form):
    how = fields.Radios(
        gettext_lazy("What became of it?"), list(words.BECAME.items()), missing=gettext_lazy("Choose what became of it")
    )
    words = fields.TextArea(
        gettext_lazy("What was said, in short"), required=False, limit=10_000,
        hint=gettext_lazy("If it was held, the letter with the full record goes out next."),
    )  # fmt: skip


class StepForm(Form):
    en = fields.Text(gettext_lazy("The step in English"), missing=gettext_lazy("Write the step in English"), limit=300)
    cy = fields.Text(
        gettext_lazy("The step in Welsh"), missing=gettext_lazy("Write the step in Welsh"), limit=300, lang="cy"
    )  # fmt: skip
    order = fields.Text(
        gettext_lazy("Its place in the list"), missing=gettext_lazy("Enter its place in the list"), limit=2, width=2,
        inputmode="numeric",
    )  # fmt: skip

    def clean_order(self) -> int:
        typed = self.cleaned_data["order"]
        if not (typed.isascii() and typed.isdigit() and int(typed)):
            self.add_error("order", _("Enter a number from 1 to 99"))
            return 1
        return int(typed)
