"""Where a contact stands, and how fast a token goes."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from putright.cases import stages
from putright.cases.models import Case

from .models import Sending, Token
from .rules import CONTACTS, WINDOW, Pace

MISREAD = str.maketrans({"0": "O", "1": "I", "8": "B"})
WAITING = "waiting"
IN_WORDS = {
    WAITING: _("We have it. It waits its turn to be given a reference."),
    stages.RECEIVED: _("We have it. We are reading it."),
    stages.IN_RECOVERY: _("We are working to put it right."),
    stages.ALLOCATED: _("Somebody has been asked to put it right."),
    stages.RECORDED: _("It was written down as a formal complaint."),
    stages.HANDED_OVER: _("It was passed to the body that deals with it."),
    stages.OUTCOME_KNOWN: _("We know what came of it."),
    stages.SETTLED: _("It was answered when it came to us."),
    stages.NOT_COMPLAINT: _("We have read it and decided what to do."),
    stages.CLOSED: _("We have finished with it."),
}


@dataclass(frozen=True)
class Standing:
    """Where a contact stands: nothing about anybody."""

    reference: str
    stage: str

    @property
    def words(self) -> str:
        return str(IN_WORDS[self.stage])


def standing(reference: str, secret: str) -> Standing | None:
    """By the reference, or the receipt, and the secret given with it. A wrong one of either is nothing, and the same."""
    found = Sending.objects.select_related("contact__case").filter(secret_digest=secret_digest(secret)).first()
    if found is None:
        return None
    case = found.contact.case if found.contact else None
    names = {str(found.receipt), case.reference if case else ""}
    if reference.strip().casefold() not in {name.casefold() for name in names if name}:
        return None
    return Standing(case.reference if case else "", case.stage if case else WAITING)


def secret_digest(secret: str) -> str:
    letters = "".join(letter for letter in secret[:100].upper() if letter.isalnum()).translate(MISREAD)
    return sha256(letters.encode(errors="replace")).hexdigest()


def pace_of(token: Token, *, at: datetime) -> Pace:
    """How many contacts the token has sent within the last minute, with the one in hand."""
    sent = Sending.objects.filter(token=token, sent_at__gt=at - WINDOW).order_by("sent_at")
    first = sent.values_list("sent_at", flat=True).first()
    return Pace("contacts", CONTACTS, sent.count() + 1, first or at)


def waiting(limit: int) -> QuerySet[Sending]:
    """What waits in the slow lane, the longest waiting first."""
    return Sending.objects.filter(contact=None).order_by("sent_at", "pk")[:limit]


def sent_for(case: Case) -> QuerySet[Sending]:
    """What systems sent for a case, the first one first."""
    return Sending.objects.filter(contact__case=case).select_related("token").order_by("sent_at", "pk")
