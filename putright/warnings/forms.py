"""Setting a warning aside."""

from django.utils.translation import gettext_lazy

from design.fields import TextArea
from design.forms import Form


class DismissForm(Form):
    why = TextArea(
        gettext_lazy("Why is it set aside?"), missing=gettext_lazy("Write why it is set aside"), limit=500, rows=3,
        hint=gettext_lazy("Such as a single event that is over. Leave out names."),
    )  # fmt: skip
