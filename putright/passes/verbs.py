"""Words for the timeline. Who may give a code and end one: own_page/verbs.py."""

from django.utils.translation import gettext_lazy as _

EVENTS = {
    "pass_given": _("A code for their own page was given"),
    "pass_ended": _("A code for their own page was ended"),
}
