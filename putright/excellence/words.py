"""What kinds, scores and reasons are called."""

from django.utils.translation import gettext_lazy as _

SCALE = {
    "none": _("Not met"),
    "partial": _("Partly met"),
    "full": _("Met"),
    "plus": _("More than met"),
}
SCALE_HINTS = {
    "none": _("Non-compliance: nothing to show, or not done."),
    "partial": _("Partial compliance: some of it, or only some of the time."),
    "full": _("Compliance: done, and we can show it."),
    "plus": _("Compliance plus: beyond the standard, an example to others."),
}
PROGRESS = {
    "not_begun": _("Not begun"),
    "gathering": _("Gathering"),
    "ready": _("Ready to check"),
    "checked": _("Checked"),
}
KINDS = {
    "thanks": _("Letter of thanks"),
    "survey": _("Survey result"),
    "report": _("Report"),
    "meeting": _("Meeting"),
    "lesson": _("Lesson learned"),
    "improvement": _("Improvement"),
    "board": _("Board paper"),
    "email": _("Email"),
    "presentation": _("Presentation"),
    "workshop": _("Workshop"),
    "sample": _("Dip sample"),
    "training": _("Training"),
    "policy": _("Policy"),
    "other": _("Something else"),
}
REDACTION = {
    "not_needed": _("Nothing in it tells who anybody is"),
    "needed": _("Still to be done"),
    "done": _("Done, and read by me from start to end"),
}
CONSENT = {
    "not_needed": _("It holds nobody’s own words"),
    "not_asked": _("They were not asked"),
    "given": _("They agreed that the assessor reads their words"),
    "refused": _("They did not agree"),
}
UNFIT = {
    "redact": _("what tells who somebody is was not taken out yet"),
    "consent": _("they did not agree to their words being read, so only words with their name taken out may go"),
    "reaches": _("it still holds an email address, a phone number or a case reference"),
    "names": _("it still names the person whose words they are"),
    "expired": _("it is no longer recent: its last day is over"),
    "empty": _("it has neither words, nor a file, nor a link"),
    "file": _("its file cannot be shown page by page: save it as PDF or a picture and add that"),
}
WHY = {
    "none": _("not met"),
    "partial": _("too many partly met"),
    "unscored": _("not scored yet"),
}
ANSWERS = {"yes": _("Would pass"), "no": _("Would not pass yet"), "not_known": _("Cannot be said yet")}
