"""What codes are called on screens."""

from django.utils.translation import gettext_lazy as _

from . import rules

KINDS = {rules.FIGURE: _("Figure"), rules.TABLE: _("Table"), rules.CHART: _("Drawing")}
