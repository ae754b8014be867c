from django.utils.translation import gettext_lazy as _

from design import fields
from design.forms import Form

from .words import CAME_OF


class CameOfForm(Form):
    what = fields.Radios(_("What came of it?"), list(CAME_OF.items()), missing=_("Choose what came of it"))
    words = fields.TextArea(
        _("In a sentence or two"), missing=_("Write what was done, or why not"), limit=2_000, rows=3,
        hint=_("Write it so that the person could read it."),
    )  # fmt: skip
