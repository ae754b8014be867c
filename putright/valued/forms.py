"""What the team is asked, and until when."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from design.datefield import DateField
from design.fields import Radios, TextArea
from design.forms import Form

from .words import MARKS, QUESTIONS


class AskForm(Form):
    closes_on = DateField(
        gettext_lazy("Until which day can the team answer?"), hint=gettext_lazy("From one week to six weeks from today.")
    )


class AnswerForm(Form):
    """No question must be answered, but one at least."""

    words = TextArea(
        gettext_lazy("What one thing would make it better to work here?"), required=False, rows=4, limit=1000,
        hint=gettext_lazy("Your words are shown as you write them. Leave out what would tell who you are."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        marks = {code: Radios(called, list(MARKS.items()), required=False) for code, called in QUESTIONS.items()}
        self.fields = {**marks, "words": self.fields["words"]}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not self.errors and not any(str(value).strip() for value in given.values()):
            self.add_error(None, _("Answer one question at least, or go back."))
        return given

    def marks(self) -> dict[str, str]:
        return {code: self.cleaned_data[code] for code in QUESTIONS if self.cleaned_data[code]}
