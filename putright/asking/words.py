"""What is said of questions, links and meetings."""

from django.utils.translation import gettext_lazy as _

from putright.triage.wording import ANSWERS

from . import rules

KINDS = {
    rules.TEXT: _("In their own words"),
    rules.YES_NO: _("Yes, no or not sure"),
    rules.CHOICE: _("One of a few answers"),
    rules.DATE: _("A date"),
    rules.FILE: _("A file, such as a photo or a letter"),
}
VALUES = {**ANSWERS, "not_known": _("I am not sure")}  # “Yes” of no one verb, as triage says it
CLOSED = {
    "unknown": (
        _("This link does not work"),
        _("Part of it may be missing. Check it against our letter, or open it from our email again."),
    ),
    "used": (_("We have an answer"), _("This question has been answered. There is nothing more to do.")),
    "not_needed": (_("We no longer need an answer"), _("We went on without it. There is nothing more to do.")),
    "late": (_("This link has ended"), _("You can still tell us the answer in one of these ways.")),
}
STATUS = {"unknown": 404}  # the others are pages that are there and say so
BECAME = {
    rules.HELD: _("It was held"),
    rules.NOT_HELD: _("It was not held"),
    rules.DECLINED: _("They did not want it"),
}
