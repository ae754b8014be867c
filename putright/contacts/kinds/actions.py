"""What came of a suggestion."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from putright.cases.log import Line, write
from putright.cases.refusals import Refused
from putright.people.gates import check
from putright.people.models import Handler

from ..models import CameOf, Contact
from .rules import CAME_OF, SUGGESTION


class NotASuggestion(Refused):
    def __init__(self) -> None:
        super().__init__(_("Only what came of a suggestion is noted here."))


class SayWhatCame(Refused):
    def __init__(self) -> None:
        super().__init__(_("Choose what came of it, and write it in a sentence."))


@transaction.atomic
def answer_suggestion(contact: Contact, what: str, words: str, *, by: Handler, at: datetime) -> CameOf:
    """Note what came of a suggestion, or what came of it since. The case stays where it stands.

    Refuses NotASuggestion, SayWhatCame, NotAllowed by role."""
    check(by, "contacts.answer_suggestion")
    if contact.topic != SUGGESTION:
        raise NotASuggestion
    if what not in CAME_OF or not words.strip():
        raise SayWhatCame
    made, _new = CameOf.objects.update_or_create(
        contact=contact, defaults={"what": what, "words": words.strip(), "at": at, "by": by}
    )
    write(contact.case, Line("came_of", at, by, facts={"contact": contact.pk, "what": what}, payload={"words": words}))
    return made
