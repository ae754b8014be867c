"""Words for codes of the case file that other rooms show too."""

from django.utils.translation import gettext_lazy as _

from .models import SEALED, SENSITIVE

MEDIA = [("phone", _("On the telephone")), ("counter", _("In person")), ("other", _("Another way"))]
LEVELS = [(SENSITIVE, _("Sensitive")), (SEALED, _("Sealed"))]
