"""What is asked before and during a call back."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from design.datefield import DateField
from design.fields import Radios, Select, Text, TextArea
from design.forms import Form
from putright.imports.refusals import TooBig
from putright.quality.asking import MarksForm, Whole

from . import rules, words

MEGABYTES = 5


class LoadForm(Form):
    name = Text(_("What is this list called?"), limit=200, missing=_("Enter the name of the list"))
    file = forms.FileField(label=_("The file"), error_messages={"required": _("Choose the file")}, max_length=200)

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MEGABYTES * 1024 * 1024:
            raise forms.ValidationError(str(TooBig(MEGABYTES)))
        return file


class ColumnsForm(Form):
    every = Whole(_("One in how many?"), 1, 500, hint=_("3 is one in three."))

    def __init__(self, *args: Any, names: Sequence[str], **more: Any) -> None:
        guesses = rules.guessed(names)
        super().__init__(*args, initial={"every": 3} | {f"c-{one}": column for one, column in guesses.items()}, **more)
        for one in rules.FIELDS:
            choices = [("", _("Not in this list")), *((name, name) for name in names)]
            self.fields[f"c-{one}"] = Select(words.FIELDS[one], choices, required=False)

    def columns(self) -> dict[str, str]:
        return {one: self.cleaned_data[f"c-{one}"] for one in rules.FIELDS if self.cleaned_data.get(f"c-{one}")}


class OwnForm(Form):
    since = DateField(_("Cases finished from which day?"), past=True)
    until = DateField(_("To which day?"), past=True)
    every = Whole(_("One in how many?"), 1, 500, hint=_("3 is one in three."))


class KeepForm(Form):
    days = Whole(_("For how many days are names kept?"), 1, rules.LONGEST)
    since = DateField(_("From which day?"))
    why = Text(_("Why?"), limit=200, missing=_("Write why, in a few words"))


class AttemptForm(Form):
    result = Radios(_("What came of it?"), list(words.RESULTS.items()), missing=_("Say what came of it"))


class ScriptForm(MarksForm):
    words = TextArea(
        _("What would they tell the department?"), required=False, rows=3, hint=_("The department reads this. Leave out names.")
    )
    wrong = TextArea(
        _("Is something still wrong? Write it in their words."), required=False, rows=3,
        hint=_("It becomes a contact at once, so that it is not lost."),
    )  # fmt: skip
    answer = TextArea(
        _("Did you put it right now? Write how."), required=False, rows=3, hint=_("Empty: it is passed on to the team.")
    )


class TellForm(Form):
    to = Text(_("Who was given the results?"), limit=200, missing=_("Enter a name"))
