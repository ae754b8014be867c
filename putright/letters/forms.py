"""Choosing a kind of letter, and the handler's own words for it: each question once for every language of the letter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from design import fields
from design.forms import Form
from putright.documents.models import Document
from putright.documents.shown import Shown
from putright.law.words import if_yes
from putright.letterkinds.asked import NAMES, ONCE, QUESTIONS
from putright.letterkinds.kinds import KINDS, REVIEW
from putright.letterkinds.parts import COMPLAINANT, LPB
from putright.letterkinds.reviewers import REVIEW_RULES

__all__ = ["NAMES", "QUESTIONS", "Asking", "Kind", "Whom", "Words"]
IN = {"en": _("in English"), "cy": _("in Welsh")}
ENCLOSED = "enclosed"


class Kind(Form):
    """Only the kinds that fit the case are offered; the page says why the others do not."""

    kind = fields.Radios(
        _("Which letter?"), list(NAMES.items()), missing=_("Choose a letter"), wrong=_("Choose a letter")
    )

    def __init__(self, *args: Any, fitting: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind, NAMES[kind]) for kind in fitting]


class Whom(Form):
    """For a kind that is not, or not only, for the person who complained."""

    to = fields.Radios(_("Who is it for?"), [], missing=_("Choose who it is for"), wrong=_("Choose who it is for"))

    def __init__(self, *args: Any, people: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = people


@dataclass(frozen=True)
class Asking:
    """What a form asks for: the kind, the languages of the letter, who it is for, everything alleged (number and words), who
    the law says hears a review, the words a copy begins with, and the documents of the case that may go with it."""

    kind: str
    languages: Sequence[str]
    to: str = COMPLAINANT
    points: Sequence[tuple[int, str]] = ()
    review: str = ""
    copy: str = ""
    documents: Sequence[Document] = ()


class Words(Form):
    """The questions of one kind. Once for all languages come first, then each in every language. `answers` are those asked for
    in words, by name. While `helped` nothing is found wrong: somebody is still writing."""

    def __init__(self, *args: Any, asking: Asking, helped: bool = False, **kwargs: Any) -> None:
        self.languages, self.helped = asking.languages, helped
        kind, many = KINDS[asking.kind], len(asking.languages) > 1
        self.base_fields = {name: self._once(name, asking) for name in kind.once}
        points = asking.points if kind.by_point else ()
        found = [(f"found_{number}", _point(number, words)) for number, words in points]
        asked = [*found, *((name, QUESTIONS[name]) for name in kind.asks)]
        self.answers = {name: label for name, (label, _missing) in asked}
        for name, (label, missing) in asked:
            for language in asking.languages:
                wanted = name not in kind.optional
                self.base_fields[f"{name}_{language}"] = _question(label, missing, language, many=many, wanted=wanted)
        for name in kind.optional:
            if name in self.base_fields:
                self.base_fields[name].required = False
        if asking.to != COMPLAINANT:
            self.base_fields |= _reach()
        self.documents = {str(one.pk): one for one in asking.documents}
        if self.documents:
            self.base_fields[ENCLOSED] = _enclosed(asking.documents)
        super().__init__(*args, **kwargs)

    def full_clean(self) -> None:
        super().full_clean()
        if self.helped:
            self.errors.clear()

    @staticmethod
    def _once(name: str, asking: Asking) -> Any:
        field = _review() if name == REVIEW else ONCE[name]()
        field.initial = {REVIEW: asking.review, "copy": asking.copy}.get(name)
        return field

    def given(self) -> dict[str, str]:
        """Every answer as words: a day as 2026-03-27."""
        answers = {name: value for name, value in self.cleaned_data.items() if value is not None and name != ENCLOSED}
        return {name: value.isoformat() if isinstance(value, date) else value for name, value in answers.items()}

    def enclosed(self) -> list[Document]:
        """The documents that were chosen to go with it."""
        return [self.documents[pk] for pk in self.cleaned_data.get(ENCLOSED, ())]

    def carried(self) -> list[tuple[str, str]]:
        """Every answer as it was posted, for the page that shows the letter before it goes; `enclosed` are beside it."""
        kept = [key for key in self.data if key in self.fields or key.rpartition("-")[0] in self.fields]
        kept = [key for key in kept if key != ENCLOSED]
        return [(key, self.data[key]) for key in kept]


def _enclosed(documents: Sequence[Document]) -> fields.Checkboxes:
    shown = [Shown(one) for one in documents]
    choices = [(str(one.document.pk), f"{one.document.name} ({one.size})") for one in shown]
    hint = _("Only documents of this case that the virus check found clean. Look at each before it goes.")
    return fields.Checkboxes(_("Documents to go with it"), choices, hint=hint, required=False, small=True)


def _point(number: int, words: str) -> tuple[Any, Any]:
    short = words if len(words) <= 120 else f"{words[:120].rstrip()} …"
    named = _("%(number)s. What was found on this, and why? “%(words)s”") % {"number": number, "words": short}
    return named, _("Enter what was found, and why")


def _question(label: Any, missing: Any, language: str, *, many: bool, wanted: bool) -> fields.TextArea:
    named = f"{label} ({IN[language]})" if many else label
    hint = _("They will read this. Write it in plain words, in Welsh.") if language == "cy" else _(
        "They will read this. Write it in plain words, in English."
    )  # fmt: skip
    return fields.TextArea(named, missing=missing, hint=hint, lang=language, required=wanted)


def _review() -> fields.Radios:
    language = "cy" if get_language() == "cy" else "en"
    rules = [(rule, if_yes(rule, language)) for rule in REVIEW_RULES]
    choices = [(LPB, _("The local policing body: none of these rules is met")), *rules]
    return fields.Radios(_("Who hears a review?"), choices, missing=_("Choose who hears a review"))


def _reach() -> dict[str, Any]:
    """Where it goes: an address for work. With neither, it is kept for a person to hand over."""
    hint = _("An address for work only. Leave empty to use the one we know, or to hand it over yourself.")
    address = fields.TextArea(_("Postal address of their work"), rows=4, required=False)
    return {"to_email": fields.Email(_("Email address of their work"), hint=hint, required=False), "to_address": address}
