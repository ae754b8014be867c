"""What screens call things about e-mail."""

from datetime import UTC
from email.utils import parsedate_to_datetime

from django.utils.translation import gettext_lazy as _

from design import dates

WHY = {
    "forged": _("Its reply address is not one we gave out"),
    "expired": _("Its reply address is too old to be believed"),
    "several": _("It names more than one case"),
    "no_case": _("It names a case we do not have"),
    "bounce": _("A letter that came back, of no case we know"),
    "auto": _("An automatic reply, to no case we know"),
    "list": _("Sent to a mailing list"),
    "loop": _("It came from a system like this one, or from us"),
    "flood": _("Very many from one sender within an hour"),
    "too_large": _("Too large to fetch whole"),
    "unreadable": _("Its parts could not be told apart"),
    "encrypted": _("Encrypted: we cannot read it"),
    "empty": _("It says nothing"),
    "no_sender": _("No address to answer"),
    "many": _("Sent to very many people"),
    "again": _("The same sender wrote less than a day before"),
    "": _("It waits to be read"),
}
NATURES = {
    "person": _("Written by a person"),
    "auto": _("Automatic reply"),
    "bounce": _("Came back undelivered"),
    "list": _("From a mailing list"),
    "loop": _("From a system like this one"),
}
HOW = {
    "signed": _("by the reply address of our letter"),
    "thread": _("as an answer to our letter"),
    "subject": _("by the reference in its subject only"),
    "hand": _("put there by a member of the team"),
}
FLAGS = {
    "cut": _("It is longer than what is shown here."),
    "bomb": _("It is built in a way that breaks mail programs."),
    "broken": _("It could be read only in part."),
    "encrypted": _("It is encrypted."),
    "calendar": _("It is an invitation to a meeting."),
    "winmail": _("Its file winmail.dat holds what an old Outlook put there."),
}
ASIDE = [
    ("spam", _("Advertising or fraud")),
    ("not_ours", _("Not for us, and we told them where to go")),
    ("machine", _("A machine wrote it, and nobody waits for an answer")),
    ("twice", _("We have it already")),
    ("other", _("Something else")),
]
STEPS = {
    "looked": _("Read"),
    "put": _("Put on a case"),
    "made": _("Made a new contact"),
    "set_aside": _("Marked as no contact"),
    "taken_back": _("Taken back to the tray"),
}


def written(header: str) -> str:
    """The date a message bears, as a person says it; as it stands where it is no date."""
    try:
        when = parsedate_to_datetime(header) if header else None
        return dates.moment((when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(dates.LONDON)) if when else ""
    except (ValueError, OverflowError, TypeError):
        return header
