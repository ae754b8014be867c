"""In which language somebody is written to on a case, by what they and their household said and how they wrote to us; and in
which languages words that go into several letters are therefore wanted."""

from dataclasses import dataclass

from offices import Office
from putright.cases.models import Case
from putright.contacts.models import Contact
from putright.people.households import household
from putright.people.models import Person
from putright.people.queries import office, speaks_for

from .queries import told
from .rules import BOTH, language_of_letter, languages


@dataclass(frozen=True)
class Tongue:
    """The language of a letter, and whether to ask which they want: asked until they, or their household, have said."""

    code: str
    ask: bool


def of(case: Case, person: Person | None) -> Tongue:
    """Their own choice; else Welsh when their last message was in Welsh; else what was said for their household; else the
    language they wrote in; else both (rules.py has the standards). At most three queries, none for who has chosen."""
    if person and person.language:
        return Tongue(person.language, ask=False)
    home = household(person) if person else None
    said, offers = home.language if home else "", office().languages.active_offer
    return Tongue(language_of_letter("", _last_written(case, person), said, offers=offers), ask=not said)


def _last_written(case: Case, person: Person | None) -> str:
    """The language of the newest message this person sent on the case; of the case itself when they sent none."""
    if person is None:
        return case.language
    theirs = Contact.objects.filter(case=case, person=person).exclude(language="")
    wrote = theirs.order_by("-received_at", "-pk").values_list("language", flat=True).first()
    return wrote or case.language


def of_work(pack: Office) -> str:
    """Officers and bodies chose no language with us: both where Welsh is offered unasked, else the office's first."""
    return BOTH if pack.languages.active_offer else pack.languages.first


@dataclass(frozen=True)
class Wanted:
    """The languages words are wanted in: `theirs` of the letter to whoever complained, or speaks for them; `others` besides,
    of those who are kept informed, the force and officers."""

    theirs: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.theirs, *self.others)


def wanted(case: Case) -> Wanted:
    """At most three queries for each person who has not chosen a language."""
    speaker = speaks_for(case.complainant)
    them = [case.complainant, *([speaker.representative] if speaker else [])]
    theirs = tuple(dict.fromkeys(each for one in them for each in languages(of(case, one).code)))
    readers = [of_work(office()), *(of(case, row.person).code for row in told(case))]
    others = tuple(dict.fromkeys(each for code in readers for each in languages(code) if each not in theirs))
    return Wanted(theirs, others)
