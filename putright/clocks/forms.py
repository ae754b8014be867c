"""Why a clock is stopped, goes on, gets longer, is excused or was missed."""

from collections.abc import Iterable

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from design.fields import Radios, Text, TextArea
from design.forms import Form
from putright.codes.rules import Row

from .actions import Why


class WhyForm(Form):
    """A reason of the list, and words. `must_say`: the words are wanted too."""

    reason = Radios(_("Why?"), (), missing=_("Choose why"))
    words = TextArea(_("What should others know about it?"), required=False, rows=3, limit=2000)

    def __init__(self, *args: object, reasons: Iterable[Row], must_say: bool = False, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        language = "cy" if get_language() == "cy" else "en"
        self.fields["reason"].choices = [(row.code, row.name(language)) for row in reasons]
        if must_say:
            self.fields["words"].required = True
            self.fields["words"].error_messages["required"] = _("Say why, in a sentence another person would understand")

    @property
    def why(self) -> Why:
        return Why(self.cleaned_data["reason"], self.cleaned_data["words"])


class LongerForm(WhyForm):
    days = Text(
        _("How much longer?"), missing=_("Enter how much longer, in figures"), limit=3, width=3, inputmode="numeric",
        hint=_("In figures. The count is in what the promise counts: days, working days or hours."),
    )  # fmt: skip
    field_order = ("days", "reason", "words")

    def clean_days(self) -> int:
        given = self.cleaned_data["days"].strip()
        if not given.isascii() or not given.isdigit() or int(given) < 1:
            self.add_error("days", _("Enter how much longer, in figures"))
            return 0
        return int(given)


class GoOnForm(Form):
    words = TextArea(_("What should others know about it?"), required=False, rows=3, limit=2000)
