"""What is asked of a case of the sample, of its handler, and before a list changes."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from design.datefield import DateField
from design.fields import Checkboxes, Radios, Text, TextArea
from design.forms import Form

from . import words
from .asking import YES_NO, MarksForm, Whole


class LookForm(MarksForm):
    finding = TextArea(
        _("What will you tell the handler?"), rows=5, missing=_("Write what the handler should know: what was good too"),
        hint=_("They read this. Say what was done well, and what could be better."),
    )  # fmt: skip
    learning = TextArea(
        _("What can others learn from it?"), required=False, rows=3,
        hint=_("Leave out names. It goes to whoever keeps the learning."),
    )  # fmt: skip


class AnswerForm(Form):
    agrees = Radios(_("Do you agree?"), YES_NO, inline=True, missing=_("Say whether you agree"))
    words = TextArea(_("What do you say to it?"), required=False, rows=4)


class WhyForm(Form):
    why = TextArea(_("Why is it drawn again?"), rows=3, missing=_("Say why it is drawn again"), limit=500)


class ItemForm(Form):
    en = Text(_("In English"), limit=300, lang="en", missing=_("Write it in English"))
    cy = Text(_("In Welsh"), limit=300, lang="cy", missing=_("Write it in Welsh"))
    weight = Whole(_("How much does it count?"), 0, 100, hint=_("1 is usual. 2 counts twice."))
    fatal = Radios(_("Does a “no” here fail the whole, whatever the rest?"), YES_NO, inline=True)
    place = Whole(_("Its place in the list"), 0, 999, hint=_("Lower comes first."))
    ended = Radios(_("Is it still asked?"), [("no", _("Yes")), ("yes", _("No, no more from that day"))], initial="no")
    since = DateField(_("From which day?"), missing=_("Enter the day it begins"))
    why = Text(_("Why is this changed?"), missing=_("Write why, in a few words"), limit=200)

    def __init__(self, *args: Any, new: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        if new:
            del self.fields["ended"]

    def line(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        return given | {"fatal": given["fatal"] == "yes", "ended": given.get("ended") == "yes"}


class SettingForm(Form):
    axes = Checkboxes(_("Into which groups are the cases put?"), list(words.AXES.items()), required=False,
                      hint=_("Each group gives its part, and at least one case."))  # fmt: skip
    size = Whole(_("How many cases a month?"), 1, 500)
    day = Whole(_("On which day of the month after are they drawn?"), 1, 28)
    second_every = Whole(_("Every how many does a second person read too?"), 0, 100, hint=_("0 if never."))
    remind_after = Whole(_("After how many days are people reminded?"), 1, 90)
    since = DateField(_("From which day?"), missing=_("Enter the day it begins"))
    why = Text(_("Why is this changed?"), missing=_("Write why, in a few words"), limit=200)
