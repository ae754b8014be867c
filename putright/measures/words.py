"""What codes are called on screens."""

from django.utils.translation import gettext_lazy as _

from offices import Text

from .rules import LEAST, MOST

OURS, PUBLISHED, SIMILAR, NATIONAL = "ours", "published", "similar", "national"
EMPLOYEES = "employees"
WHOSE = {
    OURS: _("Our target"),
    PUBLISHED: _("This force, as it was published"),
    SIMILAR: _("The most similar forces"),
    NATIONAL: _("England and Wales"),
}
WISHED = {MOST: Text("%s or less", "%s neu lai"), LEAST: Text("%s or more", "%s neu fwy")}
WAYS = {MOST: _("At most that"), LEAST: _("At least that")}
HOLDS_EMPLOYEES = _("Employees of the force, to work out figures for each thousand")
