"""What ties somebody to a matter, and whether they agree, in plain words."""

from django.utils.translation import gettext_lazy as _

from .rules import ENOUGH, INJURED, RELATIVE

TIES = {
    RELATIVE: _("A relative of somebody who died or was seriously hurt"),
    INJURED: _("The person who was hurt"),
    ENOUGH: _("Somebody else with enough to do with the matter"),
}
AGREES = {
    "yes": _("Yes, they agree"),
    "no": _("No, they do not want to be told"),
    "not_known": _("Not known yet: ask them"),
}
FINDINGS = {
    "yes": _("The law keeps them informed (PRA 2002 s.21)."),
    "no": _("There is no duty to keep them informed."),
    "not_known": _("Ask whether they agree to be told: until they do, nothing is sent to them."),
}
