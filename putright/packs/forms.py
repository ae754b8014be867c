"""What is asked when a case goes to another body, comes back, or comes in."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from textwrap import shorten
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from design import fields
from design.forms import Form
from putright.cases.choices import ACTIONS, OUTCOMES, Chosen, Result, open_to
from putright.codes.rules import Row, Rows
from putright.imports.refusals import Nothing, TooBig

from .words import BODIES, REFERRAL

OTHER = "other"


class BodyForm(Form):
    body = fields.Radios(_("Who should it go to?"), BODIES.items(), missing=_("Choose who it should go to"))


class SendForm(Form):
    """`differs`: another body than the facts suggest; `lacks`: it may go with something missing, with a reason; `agencies`:
    it is for a body outside the police, which is chosen, and the person must agree."""

    version = fields.Hidden()
    agency = fields.Select(_("Which body?"), [], required=False)
    name = fields.Text(_("Its name, if it is not in the list"), required=False, limit=200)
    agreed = fields.Checkboxes(
        _("Does the person agree?"),
        [("yes", _("They agree that we tell this body what the pack says"))],
        required=False,
    )
    because = fields.TextArea(
        _("Why this body?"), rows=3, missing=_("You chose another body than the facts suggest. Say why.")
    )
    incomplete = fields.TextArea(
        _("Why must it go before everything is known?"), rows=3, missing=_("Say why it must go as it is"),
        hint=_("What is missing follows as soon as it is known. The day the law gives does not wait."),
    )  # fmt: skip

    def __init__(
        self,
        *args: Any,
        differs: bool,
        lacks: bool = False,
        agencies: Sequence[tuple[str, str]] | None = None,
        **rest: Any,
    ) -> None:
        super().__init__(*args, **rest)
        asked = {
            "because": differs,
            "incomplete": lacks,
            **dict.fromkeys(("agency", "name", "agreed"), agencies is not None),
        }
        for name in [name for name, wanted in asked.items() if not wanted]:
            del self.fields[name]
        if agencies is not None:
            self.fields["agency"].choices = [("", _("Choose a body")), *((name, name) for _slug, name in agencies)]

    def clean_version(self) -> int:
        typed = self.cleaned_data["version"]
        if not typed.isdecimal():
            raise ValidationError(_("Something went wrong with this page. Go back, and try again"))
        return int(typed)

    @property
    def receiver(self) -> str:
        return str(self.cleaned_data.get("name", "").strip() or self.cleaned_data.get("agency", ""))


class ReceiptForm(Form):
    received_from = fields.Text(_("Who told you they have it?"), missing=_("Enter who told you"), limit=200)
    their_reference = fields.Text(_("Their reference (optional)"), required=False, limit=60, width=20)


class OutcomeForm(Form):
    """Their words, and what came of each allegation: its decision and what was done, two fields for each by its number.
    Nobody has to know that yet."""

    words = fields.TextArea(
        _("What did they find, and what happens now?"), missing=_("Write down what they found"),
        hint=_("The person must be told within five working days."),
    )  # fmt: skip

    def __init__(self, *args: Any, alleged: Sequence[Chosen], listed: Mapping[str, Rows], on: date, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.numbers = [one.allegation.number for one in alleged]
        for one in alleged:
            number = {"number": one.allegation.number}
            came, done = (named(open_to(one, which, listed[which], on)) for which in (OUTCOMES, ACTIONS))
            self.fields[f"outcome_{number['number']}"] = fields.Select(
                _("What came of allegation %(number)s?") % number, [("", _("Choose an outcome")), *came], required=False,
                hint=shorten(one.allegation.words, 160, placeholder=" …"),
            )  # fmt: skip
            self.fields[f"actions_{number['number']}"] = fields.Checkboxes(
                _("What was done because of allegation %(number)s?") % number, done, required=False, small=True,
                hint=_("Choose as many as fit, or none."),
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean()
        for number in self.numbers:
            if given.get(f"actions_{number}") and not given.get(f"outcome_{number}"):
                said = _("Choose what came of allegation %(number)s") % {"number": number}
                self.add_error(f"outcome_{number}", said)
        return given

    def results(self) -> dict[int, Result]:
        given = self.cleaned_data
        found = {n: Result(given[f"outcome_{n}"], tuple(given[f"actions_{n}"])) for n in self.numbers}
        return {number: result for number, result in found.items() if result.outcome}


def named(rows: Iterable[Row]) -> list[tuple[str, str]]:
    """What may be chosen of a list, by its name in the reader's language."""
    language = "cy" if (get_language() or "").startswith("cy") else "en"
    return [(row.code, row.name(language)) for row in rows]


class ReferralForm(Form):
    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        for name, words in REFERRAL.items():
            self.fields[name] = fields.TextArea(words, required=False, limit=5_000, rows=2)


class PackForm(Form):
    file = forms.FileField(
        label=_("The file"), allow_empty_file=True, error_messages={"required": _("Choose the file")}, max_length=200
    )
    most = 512  # megabytes: a pack may have its documents with it

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > self.most * 1024 * 1024:
            raise ValidationError(str(TooBig(self.most)))
        if not file.size:
            raise ValidationError(str(Nothing()))
        return file
