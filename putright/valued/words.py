"""What the team is asked. The questions are the same each time, so that one asking can be held beside the next."""

from django.utils.translation import gettext_lazy as _

QUESTIONS = {
    "valued": _("My work here is valued."),
    "heard": _("When I say something, somebody listens."),
    "support": _("After a hard call I get the support I need."),
    "time": _("I have the time to do my work well."),
    "learn": _("I am helped to learn."),
    "fair": _("People here are treated fairly and with respect."),
}
MARKS = {
    "1": _("Strongly disagree"), "2": _("Disagree"), "3": _("Neither agree nor disagree"), "4": _("Agree"),
    "5": _("Strongly agree"),
}  # fmt: skip
