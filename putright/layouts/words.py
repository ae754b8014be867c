"""What codes are called on screens."""

from django.utils.translation import gettext_lazy as _

from . import rules

WHOSE = {
    "similar": _("The most similar forces"),
    "national": _("England and Wales"),
    "published": _("This force, as published"),
    "ours": _("Our target"),
}
KINDS = {rules.FIGURE: _("Figure"), rules.TABLE: _("Table"), rules.CHART: _("Drawing")}
