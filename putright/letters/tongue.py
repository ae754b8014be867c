"""In which language somebody is written to on a case, by what they and their household said and how they wrote to us."""

from dataclasses import dataclass

from putright.cases.models import Case
from putright.contacts.models import Contact
from putright.people.households import household
from putright.people.models import Person
from putright.people.queries import office

from .rules import language_of_letter


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
