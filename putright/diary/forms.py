"""What starts a clock, where something was published, and the statement in both languages."""

from typing import Any

from django.forms import ValidationError
from django.utils.translation import gettext_lazy as _

from design.datefield import DateField
from design.fields import Text, TextArea
from design.forms import Form

from . import rules, words
from .actions import MOST

WHY = _("Why is it late?")
MONTHS = _("Enter a whole number of months, from 1 to 24")


def in_both(part: str, one: str) -> TextArea:
    label = f"{words.PARTS[part]}, {words.LANGUAGES[one]}"
    hint = _("Only where the office gave notice that it takes over more than reviews.") if part == "functions" else ""
    return TextArea(label, required=False, lang=one, rows=6, limit=10_000, hint=hint)


class StartForm(Form):
    period = Text(
        _("Of which time, or which report?"), limit=60, missing=_("Say of which time or which report it is"),
        hint=_("A quarter like 2026/1 for April to June 2026, a financial year like 2026, or a name."),
    )  # fmt: skip
    began = DateField(_("When?"), past=True)

    def __init__(self, *args: Any, begins: str, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["began"].label = begins[:1].upper() + begins[1:]


class Months(Text):
    """A whole number from 1 to 24."""

    def clean(self, value: object) -> int:
        given = str(super().clean(value)).strip()
        if not (given.isascii() and given.isdigit() and len(given) < 3 and 1 <= int(given) <= MOST):
            raise ValidationError(MONTHS)
        return int(given)


class ReadForm(Form):
    months = Months(_("How many months does it have?"), limit=3, width=3, inputmode="numeric", missing=MONTHS)
    cite = Text(_("Which provision?"), limit=200, missing=_("Say which provision"), lang="en")
    source = Text(
        _("Where did you read it?"), limit=300, missing=_("Say where you read it"),
        hint=_("The Order as it stands, with the day you read it; or the instrument that changed it."),
    )  # fmt: skip
    since = DateField(
        _("From which day?"), missing=_("Enter the first day"), hint=_("A clock that began before that day keeps its date.")
    )


class WriteForm(Form):
    """Each part in both languages."""

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        for part in rules.PARTS:
            for one in rules.LANGUAGES:
                self.fields[f"{part}_{one}"] = in_both(part, one)

    def texts(self) -> dict[str, dict[str, str]]:
        return {one: {part: self.cleaned_data[f"{part}_{one}"] for part in rules.PARTS} for one in rules.LANGUAGES}


class PublishForm(Form):
    """`elsewhere`: the page is not one of ours; `late`: today is past its day, or it may have been."""

    on = DateField(_("When was it published?"), past=True)
    address = Text(_("The address of the page"), limit=300, missing=_("Enter the address of the page, beginning with https://"))
    why_en = TextArea(f"{WHY}", required=False, rows=3, limit=500)
    why_cy = TextArea(f"{WHY}", required=False, rows=3, limit=500)

    def __init__(self, *args: Any, elsewhere: bool, late: bool, **rest: Any) -> None:
        super().__init__(*args, **rest)
        gone = ([] if elsewhere else ["on", "address"]) + ([] if late else ["why_en", "why_cy"])
        for name in gone:
            del self.fields[name]
        for one in rules.LANGUAGES if late else ():
            self.fields[f"why_{one}"].label = f"{WHY} {words.LANGUAGES[one]}"

    def late_why(self) -> dict[str, str]:
        return {one: self.cleaned_data.get(f"why_{one}", "") for one in rules.LANGUAGES}
