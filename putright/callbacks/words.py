"""Words for what is stored as codes."""

from django.utils.translation import gettext_lazy as _

RESULTS = {
    "no_answer": _("No answer"),
    "later": _("They ask us to ring another time"),
    "refused": _("They do not want to be asked"),
    "wrong_number": _("The number is wrong"),
}
WHY_NOT = {
    "twice": _("The same person, there already by another case: %(number)s"),
    "no_wish": _("They want no survey: %(number)s"),
    "recent": _("They were asked not long ago: %(number)s"),
    "no_consent": _("They are not named, or somebody speaks for them whose consent nobody has seen: %(number)s"),
    "not_rung": _("There is no number, or they may not be rung: %(number)s"),
    "too_far": _("Beyond the first thousand cases: %(number)s"),
}
FIELDS = {
    "name": _("Name"),
    "phone": _("Phone number"),
    "language": _("Language"),
    "crime_reference": _("Crime reference"),
    "department": _("Department that dealt with it"),
    "dealt_with_by": _("Who dealt with it"),
    "safe_to_ring": _("Whether it is safe to ring"),
    "not_before": _("Not before this time"),
    "not_after": _("Not after this time"),
}
