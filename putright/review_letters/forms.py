"""Where the force is reached about reviews."""

from django.utils.translation import gettext_lazy as _

from design import fields
from design.forms import Form


class AddressForm(Form):
    email = fields.Email(
        _("Email address (optional)"), required=False, hint=_("An address for work, ending in police.uk or gov.uk.")
    )
    address = fields.TextArea(_("Address (optional)"), required=False, limit=500, rows=4)
