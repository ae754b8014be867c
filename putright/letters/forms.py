"""Choosing a kind of letter, and the handler's own words for it: each question once for every language of the letter."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from design import fields
from design.forms import Form
from putright.law.words import if_yes

from .filling import REVIEW_RULES
from .kinds import KINDS, REVIEW

NAMES = {
    "acknowledgement": _("We have your message"),
    "thanks": _("Thank you for your thanks"),
    "fraud_journey": _("Who deals with a report of fraud"),
    "outside": _("We will put it right without a formal record"),
    "recorded": _("Your complaint is recorded"),
    "not_complaint": _("This is not a complaint under the law"),
    "passed_on": _("We passed it on"),
    "update": _("How things stand"),
    "outcome": _("The result"),
    "page_code": _("A new code for your own page"),
    "question": _("A question with a link"),
    "question_again": _("The question again"),
}
LISTED = {kind: name for kind, name in NAMES.items() if KINDS[kind].listed}
QUESTIONS = {
    "grounds": (_("Why was this decided?"), _("Enter why it was decided, in plain words")),
    "progress": (_("What has been done so far?"), _("Enter what has been done so far")),
    "next_step": (_("What happens next?"), _("Enter what happens next")),
    "outcome": (_("What is the result?"), _("Enter the result")),
    "reasons": (_("How was it reached?"), _("Enter how the result was reached")),
    "change": (_("What has changed because of this?"), ""),
}
IN = {"en": _("in English"), "cy": _("in Welsh")}
OPTIONAL = frozenset({"change"})
LPB = "local_policing_body"


class Kind(Form):
    kind = fields.Radios(
        _("Which letter?"), list(LISTED.items()), missing=_("Choose a letter"), wrong=_("Choose a letter")
    )


class Words(Form):
    """The questions of one kind; for an outcome of a recorded complaint also who hears a review, with the rule relied on."""

    def __init__(self, *args: Any, kind: str, languages: Sequence[str], recorded: bool, **kwargs: Any) -> None:
        self.base_fields = {
            f"{ask}_{language}": self._question(ask, language, many=len(languages) > 1)
            for ask in KINDS[kind].asks
            for language in languages
        }
        if recorded and kind == "outcome":
            self.base_fields[REVIEW] = self._review()
        super().__init__(*args, **kwargs)

    @staticmethod
    def _question(ask: str, language: str, *, many: bool) -> fields.TextArea:
        label, missing = QUESTIONS[ask]
        named = f"{label} ({IN[language]})" if many else label
        hint = _("They will read this. Write it in plain words, in Welsh.") if language == "cy" else _(
            "They will read this. Write it in plain words, in English."
        )  # fmt: skip
        return fields.TextArea(named, missing=missing, hint=hint, lang=language, required=ask not in OPTIONAL)

    @staticmethod
    def _review() -> fields.Radios:
        language = "cy" if get_language() == "cy" else "en"
        rules = [(rule, if_yes(rule, language)) for rule in REVIEW_RULES]
        choices = [(LPB, _("The local policing body: none of these rules is met")), *rules]
        return fields.Radios(_("Who hears a review?"), choices, missing=_("Choose who hears a review"))
