"""To whom a letter goes: the person, or whoever speaks for them."""

from dataclasses import dataclass

from putright.cases.models import Case
from putright.people.models import Person
from putright.people.queries import speaks_for
from putright.people.same import protection

from . import tongue
from .rules import NONE, Reach, medium


@dataclass(frozen=True)
class Addressee:
    """Who reads the letter, how they may be reached, and in whose place they stand (empty: their own)."""

    person: Person | None
    reach: Reach
    on_behalf_of: str = ""
    language: str = ""
    ask: bool = True  # in a letter in both languages: which one do they want?


def of(case: Case) -> Addressee:
    """Whoever speaks for the complainant, where they can be reached safely; otherwise the complainant.

    What is to be done to a complainant may be done to somebody acting for them with written consent (PRA 2002 s.29(2)).
    Whether that consent was seen is for a person to look at: the case page says so. In which language: tongue.py."""
    them, speaker = case.complainant, speaks_for(case.complainant)
    if speaker and medium(reach_of(speaker.representative)) != NONE:
        return _addressed(case, speaker.representative, on_behalf_of=them.name if them else "")
    return _addressed(case, them)


def _addressed(case: Case, person: Person | None, on_behalf_of: str = "") -> Addressee:
    said = tongue.of(case, person)
    return Addressee(person, reach_of(person), on_behalf_of, said.code, said.ask)


def reach_of(person: Person | None) -> Reach:
    if person is None:
        return Reach()
    safe = dict(protection(person).safe_contact)  # of everybody who is one with them, the most protective
    return Reach(person.name, person.email, person.address, person.postcode, person.prefers, safe)
