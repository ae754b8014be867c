"""What codes are called on screens."""

from django.utils.translation import gettext_lazy as _

from putright.messages import rules as mail

LENGTHS = {"1": _("One month"), "3": _("A quarter"), "12": _("A year")}
CALENDAR = "12-1"
EVERY = LENGTHS | {"12": _("A year, from April"), CALENDAR: _("A year, from January")}  # what a board may have
LANGUAGES = {"en": _("English"), "cy": _("Welsh")}
SENDS = {"pdf": _("The report itself, as PDF"), "link": _("A link to it, for people who can sign in")}
STATES = {
    mail.WAITING: _("Going"),
    mail.GOING: _("Going"),
    mail.SENT: _("Sent"),
    mail.UNCERTAIN: _("Not known whether it arrived"),
    mail.REFUSED: _("Could not be sent"),
    mail.BACK: _("Came back"),
    mail.DROPPED: _("Not sent: there is a newer one, or the board was ended"),
}
