"""What results and answers are called."""

from django.utils.translation import gettext_lazy as _

RESULTS = {"passed": _("Passed"), "not_passed": _("Not passed"), "withdrawn": _("Withdrawn")}
ANSWERS = {"accept": _("Accepted"), "reject": _("Not accepted")}
YEARS = {"1": _("Each year"), "3": _("A certificate for three years, with a look each year")}
