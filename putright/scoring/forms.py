"""What is asked of a call and its score."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from design.datefield import DateField
from design.fields import Radios, Select, Text, TextArea
from design.forms import Form
from putright.people.models import Handler
from putright.quality.asking import MarksForm
from putright.quality.lists import Point

from .actions import Heard


class CallForm(Form):
    unit = Radios(_("Whose call is it?"), (), missing=_("Say whose call it is"))
    on = DateField(_("When was the call?"), past=True)
    number = Text(_("Its number in the telephone system"), limit=60, width=20, missing=_("Enter its number"))
    taken_by = Text(_("Who took it?"), limit=200, missing=_("Enter a name"))
    taker = Select(_("Their log-in here, if they have one"), (), required=False)
    manager = Select(
        _("Their line manager"), (), hint=_("They are told the score, and say what was done."),
        missing=_("Choose their line manager"),
    )  # fmt: skip
    calibration = Radios(
        _("Is it for calibration?"),
        [
            ("no", _("No: one person scores it, and the line manager is told")),
            ("yes", _("Yes: several score it, and nobody is told")),
        ],
        initial="no",
    )  # fmt: skip

    def __init__(
        self, *args: Any, units: Sequence[tuple[str, str]], managers: Sequence[Handler], takers: Sequence[Handler], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.people = {str(one.pk): one for one in (*managers, *takers)}
        self.fields["unit"].choices = list(units)
        self.fields["manager"].choices = [("", ""), *((str(one.pk), one.name) for one in managers)]
        self.fields["taker"].choices = [("", ""), *((str(one.pk), one.name) for one in takers)]

    def heard(self) -> Heard:
        given = dict(self.cleaned_data)
        given |= {"manager": self.people[given["manager"]], "taker": self.people.get(given["taker"])}
        return Heard(**given | {"calibration": given["calibration"] == "yes"})


class ScoreForm(MarksForm):
    words = TextArea(_("What will you tell their line manager?"), required=False, rows=4)

    def hint(self, point: Point) -> object:
        return _("A “no” here fails the call.") if point.fatal else ""


class DoneForm(Form):
    words = TextArea(_("What did you do about it?"), rows=4, missing=_("Write what you did"))
