"""Readers who are not the complainant: anybody else who is on the case, and people who work for the police.

`given["to"]` is `person:<number>` for somebody on the case, or `work` for a colleague in the force, whose name and address for
work are `to_name` and `to_email` or `to_address`; nothing for the complainant or whoever speaks for them."""

from collections.abc import Mapping

from django.db.models import Q

from putright.cases.models import Case
from putright.contacts.models import Contact
from putright.people.models import Person
from putright.people.queries import office, speaks_for
from putright.people.rules import fold

from . import addressee, tongue
from .addressee import Addressee
from .models import Letter
from .refusals import NotOnThisCase, SendersOwn
from .rules import BOTH, NONE, Reach, medium

PERSON, WORK = "person", "work"
KEYS = ("to", "to_name", "to_email", "to_address")  # kept with a letter that is not for the complainant


def to(case: Case, given: Mapping[str, str]) -> Addressee:
    """Refuses NotOnThisCase for a person who is not, and SendersOwn for an address for work that is one of theirs."""
    what, _, number = given.get("to", "").partition(":")
    if what == PERSON:
        return on_the_case(case, number)
    if what == WORK:
        return at_work(case, given)
    return addressee.to(case, given)


def on_the_case(case: Case, number: str) -> Addressee:
    """They themselves, or whoever speaks for them where that reaches somebody safely."""
    person = next((one for one in people_of(case) if str(one.pk) == number), None)
    if person is None:
        raise NotOnThisCase
    speaker = speaks_for(person)
    if speaker and medium(addressee.reach_of(speaker.representative)) != NONE:
        return _read_by(case, speaker.representative, person.name)
    return _read_by(case, person)


def _read_by(case: Case, person: Person, on_behalf_of: str = "") -> Addressee:
    said = tongue.of(case, person)
    return Addressee(person, addressee.reach_of(person), on_behalf_of, said.code, ask=said.ask)


def at_work(case: Case, given: Mapping[str, str]) -> Addressee:
    """In both languages where the office offers Welsh unasked, else in the office's first."""
    reach = Reach(given.get("to_name", ""), given.get("to_email", ""), given.get("to_address", ""))
    theirs = {fold(text) for one in people_of(case) for text in (one.email, one.address) if text}
    if theirs & {fold(reach.email), fold(reach.address)}:
        raise SendersOwn
    languages = office().languages
    return Addressee(None, reach, language=BOTH if languages.active_offer else languages.first, ask=False)


def people_of(case: Case) -> list[Person]:
    """Everybody of the public who is on the case: the complainant first, then those whose messages joined it. Whoever only
    speaks for one of them is no other. One query."""
    sent = Contact.objects.filter(case=case, person__isnull=False).values("person")
    found = Person.objects.filter(Q(pk__in=sent) | Q(pk=case.complainant_id), anonymous=False)
    return sorted(found, key=lambda one: (one.pk != case.complainant_id, one.pk))


def reach_now(letter: Letter) -> Reach:
    """How the reader of a letter made a while ago may be reached now; one at work keeps the address it was made for."""
    kept = letter.values.get("to", {})
    return to(letter.case, kept).reach if kept.get("to") == WORK else _known(letter, str(kept.get("to", "")))


def _known(letter: Letter, to: str) -> Reach:
    return addressee.reach_of(letter.person) if to.startswith(f"{PERSON}:") else addressee.reach_now(letter)
