"""What is asked of a concern, and of what became of it."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from design.datefield import DateField
from design.fields import Checkboxes, Radios, TextArea
from design.forms import Form

LONG = 1_000
NAMES_NOBODY = _("The forum reads it as you write it. Name no person, no officer and no case.")


class RaiseForm(Form):
    forum = Radios(_("Which forum should hear of it?"), (), missing=_("Choose the forum"))
    words = TextArea(
        _("What should the forum hear?"), limit=LONG, rows=5, hint=NAMES_NOBODY, missing=_("Write what the forum should hear")
    )

    def __init__(self, *args: Any, forums: Iterable[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["forum"].choices = list(forums)


class BringForm(Form):
    """`waiting`: number and words of those that may be ticked."""

    concerns = Checkboxes(_("What was brought to the meeting?"), (), missing=_("Tick what was brought to the meeting"))
    on = DateField(_("When was the meeting?"), past=True, missing=_("Enter the day of the meeting"))

    def __init__(self, *args: Any, waiting: Iterable[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["concerns"].choices = list(waiting)


class BackForm(Form):
    on = DateField(_("When did they answer?"), past=True, missing=_("Enter the day they answered"))
    words = TextArea(_("What came back?"), limit=LONG, rows=4, missing=_("Write what came back"))


class LeaveForm(Form):
    words = TextArea(_("Why is it not brought?"), limit=300, rows=3, missing=_("Say why it is not brought"))
