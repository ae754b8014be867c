"""A letter to the wrong person is a disclosure. What in it belongs to another case stops it: when it is written, and again
at the moment it goes (putright/outbox/sending.py). Asks; writes nothing."""

import re

from putright.cases.models import Case
from putright.contacts.models import Contact
from putright.documents.models import Document
from putright.people.models import Representation
from putright.people.same import together

from .addressee import people_of
from .models import Enclosed, Letter, Mention
from .refusals import WrongCase

REFERENCE = re.compile(r"\bPR[-\u2010-\u2015 ]?([0-9A-Z]{5})[-\u2010-\u2015 ]?([0-9A-Z]{5})\b", re.IGNORECASE)
CLEAN = "clean"


def refuse_others(letter: Letter) -> None:
    """Refuses WrongCase for the references of other cases in its words, and for a person who has nothing to do with it.

    One query for the references when there is one, and two at most for the person."""
    if named := others_named(letter):
        raise WrongCase(named)
    if letter.person_id and not has_to_do_with(letter.case, letter.person_id, chosen="to" in letter.values):
        raise WrongCase
    if letter.pk and Enclosed.objects.filter(letter=letter).exclude(document__case=letter.case_id).exists():
        raise WrongCase(documents=True)


def others_named(letter: Letter) -> list[str]:
    """References in the words that are real cases, other than its own, those a supervisor allowed, and those they told us
    themselves: an acknowledgement quotes them, and tells nobody anything."""
    words = f"{letter.subject}\n{letter.body}".replace("\\", "")
    if not (named := references(words) - {letter.case.reference}):
        return []
    for theirs in Contact.objects.filter(case=letter.case_id).values_list("words", flat=True):
        named -= references(theirs)
    allowed = Mention.objects.filter(case=letter.case_id).values("other")
    real = Case.objects.filter(reference__in=named).exclude(pk__in=allowed)
    return sorted(real.values_list("reference", flat=True))


def references(words: str) -> set[str]:
    return {f"PR-{first}-{second}".upper() for first, second in REFERENCE.findall(words)}


def has_to_do_with(case: Case, person: int, *, chosen: bool = False) -> bool:
    """The complainant, anybody said to be the same person, or whoever speaks for one of them now. With `chosen` somebody else
    was meant to get it: anybody of the public whose message is on the case counts as well."""
    own = case.complainant_id
    if person == own:
        return True
    known = {one.pk for one in people_of(case)} if chosen else {own} - {None}
    them = known.union(*together(sorted(known)).values())
    speaks = Representation.objects.filter(person__in=them, representative=person, ended_on=None)
    return person in them or speaks.exists()


def may_go_with(letter: Letter, document: Document) -> bool:
    """A document of the same case, found clean by the virus check and not sealed."""
    content = document.content
    return document.case_id == letter.case_id and content.scanned == CLEAN and not content.sealed_for
