"""Words for what is stored as codes."""

from django.utils.translation import gettext_lazy as _

MARKS = {
    "met": _("Yes"),
    "partly": _("Partly"),
    "not": _("No"),
    "none": _("Has nothing to do with it"),
}
AXES = {
    "kind": _("What kind of contact it was"),
    "channel": _("How it came"),
    "handler": _("Whose work it was"),
    "outcome": _("What came of it"),
}
KINDS = {
    "complaint": _("Complaint"),
    "dissatisfaction": _("Unhappy"),
    "enquiry": _("Question"),
    "compliment": _("Thanks"),
}
CHANNELS = {
    "phone": _("Telephone"),
    "web": _("Web form"),
    "email": _("Email"),
    "chat": _("Live chat"),
    "letter": _("Letter"),
    "counter": _("Counter"),
    "officer": _("Passed on by an officer"),
    "social": _("Social media"),
}
LISTS = {
    "dip": _("Finished cases looked at again"),
    "calls": _("Calls that are scored"),
    "units": _("Units whose calls are scored"),
    "callback": _("What victims are asked when they are rung back"),
    "visit-counter": _("What a visitor to a counter looks for"),
    "visit-web": _("What a visitor to a web page looks for"),
}
PROBLEMS = {
    "unreadable": _("The record cannot be read: something is missing from it."),
    "seed": _("The seed is not the one whose digest was recorded before."),
    "population": _("The list of cases it was drawn from is not the one that was recorded."),
    "allotted": _("How many were taken of each group is not what the rule gives."),
    "chosen": _("The cases drawn are not those the seed gives."),
    "digest": _("The record was changed after the draw."),
    "other": _("The record is of another month or another draw."),
    "beside": _("Its day, its groups, its reason, who drew it or how many were left out was changed after the draw."),
    "previous": _("The draw before it was changed or taken away."),
    "late": _("The seed was recorded only after the month was over."),
    "picked": _("The cases handed out are not those that were drawn."),
    "log": _("The log of a case does not say the same of this draw."),
}
