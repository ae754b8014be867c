"""What levels, answers and ways of telling are called."""

from django.utils.translation import gettext_lazy as _

LEVELS = {
    "individual": _("One person"),
    "team": _("A team"),
    "organisation": _("The whole organisation"),
}
ANSWERS = {"accepted": _("Accepted"), "partly": _("Partly accepted"), "not": _("Not accepted")}
OUTCOMES = {"taken": _("We did it"), "partly": _("We did part of it"), "not": _("We did not do it")}
TOLD = {
    "letter": _("By letter"),
    "email": _("By email"),
    "phone": _("On the telephone"),
    "public": _("On our public page"),
    "no": _("We cannot reach them"),
}
STATES = {"late": _("Late"), "open": _("Waiting for an answer"), "answered": _("Answered")}
BY = {
    "reason": _("Reason"),
    "area": _("Area"),
    "department": _("Department"),
    "cause": _("Cause"),
    "level": _("Who can learn from it"),
}
