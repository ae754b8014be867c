"""What is asked about somebody kept out of a case."""

from django.utils.translation import gettext_lazy as _

from design import fields
from design.forms import Form


class LookForm(Form):
    """`do` comes from the button that was pressed."""

    why = fields.Text(
        _("How do you know?"), required=False, limit=500,
        hint=_("For example, that it is another officer of that name. It stands in the log of the case."),
    )  # fmt: skip
