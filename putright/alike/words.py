"""What a link between two cases is called."""

from django.utils.translation import gettext_lazy as _

LINKS = {"incident": _("The same incident"), "matter": _("The same matter")}
