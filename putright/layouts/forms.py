"""A layout's name, a part's, and the day a layout holds from."""

from django.utils.translation import gettext_lazy as _

from design.datefield import DateField
from design.fields import Checkboxes, Text
from design.forms import Form


class NameForm(Form):
    en = Text(_("Its name in English"), limit=120, missing=_("Enter its name in English"), lang="en")
    cy = Text(_("Its name in Welsh"), limit=120, missing=_("Enter its name in Welsh"), lang="cy")


class PartForm(NameForm):
    done = Checkboxes(_("What was done"), choices=[("done", _("Draft here what was done in the period"))], required=False)


class PutForm(Form):
    since = DateField(_("From which day?"))
