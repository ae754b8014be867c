"""Writing down what came by telephone, counter, letter or email, with what it tells us about a person we know."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from putright.cases.actions import note, raise_danger, spoke
from putright.cases.models import Case
from putright.people.actions import note_person, represent
from putright.people.gates import check
from putright.people.models import Handler, Person
from putright.people.queries import speaks_for
from putright.people.rules import fold, phone_key, postcode_key

from ..actions import receive
from ..models import Contact
from ..refusals import NoAnswer
from ..said import Said, Settled

SPOKEN = {"phone": "phone", "counter": "counter", "chat": "chat"}
TOLD = ("phone", "email")  # of these the log keeps what was there before


@dataclass(frozen=True)
class Speaker:
    """Somebody who speaks for the person: their details as `note_person` takes them, and what they are to them."""

    details: dict[str, object]
    capacity: str = ""

    @property
    def said(self) -> str:
        return ", ".join(filter(None, [*map(str, self.details.values()), self.capacity]))


@dataclass(frozen=True)
class Heard:
    """What was said, what the person was told, and whether that settles it."""

    said: Said
    answer: str = ""
    settles: bool = False
    dangers: tuple[str, ...] = ()  # raised in the same breath: kinds of cases.danger
    speaker: Speaker | None = None


@transaction.atomic
def enter(
    heard: Heard,
    details: dict[str, object],
    *,
    by: Handler,
    at: datetime,
    person: Person | None = None,
    joins: Case | None = None,
) -> Contact:
    """Write a contact down; nothing the handler typed is dropped. `details` are of a new person, or news of a known one.

    What they were told is kept whether or not it settles the contact. One that joins a case is settled by itself: the
    case stays where it stands, since an answered call decides nothing about it. The same key again changes nothing.
    Refuses NothingSaid, NoAnswer, NotAllowed by role."""
    check(by, "contacts.log")
    if heard.settles and not heard.answer.strip():
        raise NoAnswer
    ends = heard.settles and joins is None
    said = replace(heard.said, settled=Settled(heard.answer, heard.said.reason)) if ends else heard.said
    made = receive(said, person or details or None, by=by, at=at, joins=joins)
    if made.entered_at != at:
        return made  # the same form came twice
    for kind in heard.dangers:
        raise_danger(made.case, kind, "", by=by, at=at)
    if heard.speaker:
        _spoken_for(made, heard.speaker, by=by, at=at)
    if heard.answer.strip() and not ends:
        _told(made, heard, by=by, at=at)
    if person and (news := _news(person, details)):
        old = ", ".join(str(getattr(person, field)) for field in TOLD if field in news and getattr(person, field))
        note_person(news, at=at, person=person)
        if old:
            note(made.case, _("New ways to reach them. Before: %(old)s") % {"old": old}, by=by, at=at)
    return made


def _told(contact: Contact, heard: Heard, *, by: Handler, at: datetime) -> None:
    """They were told something: by word of mouth that is speaking with them, on paper it is a note."""
    contact.answer, contact.settled_at = heard.answer, at if heard.settles else None
    contact.save(update_fields=["answer", "settled_at"])
    if medium := SPOKEN.get(contact.channel):
        spoke(contact.case, heard.answer, by=by, at=at, medium=medium)
    else:
        note(contact.case, heard.answer, by=by, at=at)


def _spoken_for(contact: Contact, speaker: Speaker, *, by: Handler, at: datetime) -> None:
    """Their consent is not seen by this; it stands on the case page to be asked for. Nobody to speak for: their name is kept."""
    if contact.person is None:
        note(contact.case, _("Somebody rang for them: %(name)s") % {"name": speaker.said}, by=by, at=at)
        return
    now = speaks_for(contact.person)
    if now is None or now.representative.name_key != fold(str(speaker.details.get("name", ""))):
        represent(contact.person, speaker.details, speaker.capacity, by=by, at=at)
        words = _("Speaks for them: %(name)s. No written consent was seen yet.") % {"name": speaker.said}
        note(contact.case, words, by=by, at=at)


def _news(person: Person, details: dict[str, object]) -> dict[str, object]:
    """What is new about somebody we know. Their name stays as it is; warnings are added to, never taken away."""
    news = {field: value for field, value in details.items() if field != "name" and value != getattr(person, field)}
    for field, key in (("phone", phone_key), ("postcode", postcode_key)):
        if field in news and key(str(news[field])) == key(getattr(person, field)):
            del news[field]  # the same, written another way
    if "safe_contact" in news:
        news["safe_contact"] = person.safe_contact | details["safe_contact"]
    if "adjustments" in news and person.adjustments:
        news["adjustments"] = f"{person.adjustments}\n{details['adjustments']}"
    return news
