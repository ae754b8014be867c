"""The stage of a case and what comes next, as somebody who is no lawyer would say it to a friend."""

from django.utils.translation import gettext_lazy as _

from putright.cases import stages

RECORD, WITHDRAW, FEEDBACK = "record", "withdraw", "feedback"

STATUS = {
    stages.RECEIVED: (_("We have what you told us"), _("One of our team will read it and get in touch with you.")),
    stages.IN_RECOVERY: (_("We are trying to put this right"), _("We will tell you what we did, and ask if it helped.")),
    stages.ALLOCATED: (
        _("We have asked others to help put this right"), _("They tell us what they did. Then we tell you."),
    ),
    stages.RECORDED: (
        _("There is a formal record of this"), _("Our letter tells you what that means and what happens next."),
    ),
    stages.HANDED_OVER: (
        _("We passed this on"), _("Our letter tells you who has it now. They will be in touch with you."),
    ),
    stages.OUTCOME_KNOWN: (_("There is a result"), _("Our letter tells you what it is, and what you can do next.")),
    stages.SETTLED: (_("We dealt with this when you got in touch"), _("You can write to us again if it is not over for you.")),
    stages.NOT_COMPLAINT: (
        _("We have looked at this and decided what to do"), _("Our letter tells you what we decided, and why."),
    ),
    stages.CLOSED: (_("This is finished"), _("You can still write to us, and read our letters here.")),
}  # fmt: skip
NEXT = {
    "first-contact": _("We will get in touch with you by %(day)s."),
    "refer": _("We will have put this right or passed it on by %(day)s."),
    "update": _("We will tell you how it is going by %(day)s."),
    "outcome": _("We will tell you the result by %(day)s."),
}
LATE = _("We said we would do this by %(day)s: %(what)s. We are late, and we are sorry. You can ring us to ask why.")
LATE_FOR = {
    "first-contact": _("get in touch with you"),
    "refer": _("put this right or pass it on"),
    "update": _("tell you how it is going"),
    "outcome": _("tell you the result"),
}
WHY = {
    "first-contact": _("This is what we promise everybody who gets in touch."),
    "refer": _("This is what we promise for everything people are unhappy about."),
    "update": _("The law says we must tell you how it is going every four weeks."),
    "outcome": _("The law says we must tell you the result within five working days of having it."),
}
ASKS = {
    RECORD: _("They ask for a formal record"),
    WITHDRAW: _("They say that they withdraw"),
    FEEDBACK: _("They say how it was for them"),
}
# Kept with the person, in their own language, where everybody who writes to them reads it.
ADJUSTMENTS = {"large_print": ("Large print", "Print bras"), "easy_read": ("Easy read", "Hawdd ei ddeall")}
RATINGS = [("well", _("Well")), ("neither", _("Neither well nor badly")), ("badly", _("Badly"))]
WAYS = {
    "letter": _("In a letter"),
    "form": _("When they sent the form"),
    "handler": _("By a handler, who checked who they are"),
}
FIELDS = {"email": _("Email address"), "phone": _("Phone number"), "address": _("Postal address")}
CHECKED = [
    ("knew", _("They knew things about the case that only they would know")),
    ("rang", _("I rang them on the number we had")),
    ("papers", _("I saw papers with their name")),
]
# The same, as they read it themselves.
ASKS_OF_THEIRS = {
    RECORD: _("You asked for a formal record."),
    WITHDRAW: _("You told us that you withdraw."),
    FEEDBACK: _("You told us how it was for you."),
}
