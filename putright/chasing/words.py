"""The words for rungs, closed links, lists and answers."""

from django.utils.translation import gettext_lazy as _

RUNGS = {
    0: _("asked by hand"),
    1: _("they were reminded"),
    2: _("their superior was asked"),
    3: _("it is with our supervisor"),
}
# What somebody reads who has a link that takes no answer: title and sentence.
CLOSED = {
    "unknown": (
        _("This link does not work"),
        _("Check that you have the whole address. If it still does not work, ring or write to us and we will send a new one."),
    ),
    "used": (
        _("We have the answer"),
        _("This link has been used. It works once. If something was wrong in the answer, ring or write to us."),
    ),
    "renewed": (
        _("There is a newer link"),
        _("We sent a newer link for this. Use the newest message from us."),
    ),
    "not_me": (
        _("This link was switched off"),
        _("Somebody told us that it had come to the wrong person. We will send a new one to the right person."),
    ),
    "not_needed": (
        _("There is nothing to answer"),
        _("We no longer need an answer from you. Thank you."),
    ),
    "late": (
        _("This link is too old"),
        _("It stopped working after its last day. Ring or write to us, and we will send a new one."),
    ),
}
STATUS = {"unknown": 404}
DID = {
    "apology": _("I apologised"),
    "explanation": _("I explained what happened"),
    "action": _("I did something about it"),
    "other": _("Something else"),
    "give_back": _("I cannot put this right: I give it back"),
}
CONTENT = {"yes": _("They are content"), "no": _("They are not content"), "not_known": _("I have not asked")}
LISTS = {
    "late": _("Late"),
    "soon": _("Late within two working days"),
    "free": _("Nobody’s yet"),
    "unaccepted": _("Given, and not accepted"),
    "away": _("With somebody who is away"),
    "outside": _("Waiting outside"),
}
LANGUAGES = {"en": _("English"), "cy": _("Welsh")}
