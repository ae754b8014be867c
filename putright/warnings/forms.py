"""Setting a warning aside, and marking a day."""

from django.utils.translation import gettext_lazy

from design.datefield import DateField
from design.fields import Radios, Text, TextArea
from design.forms import Form


class DismissForm(Form):
    why = TextArea(
        gettext_lazy("Why is it set aside?"), missing=gettext_lazy("Write why it is set aside"), limit=500, rows=3,
        hint=gettext_lazy("Such as a single event that is over. Leave out names."),
    )  # fmt: skip


class MarkForm(Form):
    on = DateField(gettext_lazy("What day was it?"), past=True)
    label = Text(
        gettext_lazy("What changed?"), limit=120, missing=gettext_lazy("Write what changed"),
        hint=gettext_lazy("Such as “The menu of 101 changed”. It stands below the drawing."),
    )  # fmt: skip
    where = Radios(
        gettext_lazy("On which drawings?"),
        [("one", gettext_lazy("Only this one")), ("all", gettext_lazy("All of them"))], inline=True,
    )  # fmt: skip
