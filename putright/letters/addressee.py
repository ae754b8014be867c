"""To whom a letter goes: the person, or whoever speaks for them; anybody else who is on the case; for some kinds the officer, a
colleague in the force, or a body of the scheme.

`given["to"]` is nothing or `complainant`; `person:<number>` for somebody else on the case; `subject:<number>` for the officer of
that line; a body; or `work` for a colleague, whose name is `to_name`; `new:<person>` for a postal address somebody gave and we
have not checked, with the salt of the code that checks it (`to_check`). Whoever is at work is written to at `to_email` or
`to_address`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from offices import Office, in_force
from putright.cases.models import Case, ComplainedOf
from putright.contacts.models import Contact
from putright.interested import tongue
from putright.interested.queries import told
from putright.letterkinds import phrases
from putright.letterkinds.parts import BODIES, COMPLAINANT, FORCE, INTERESTED, IOPC, LPB, SUBJECT
from putright.people.models import Person
from putright.people.queries import office, speaks_for
from putright.people.rules import fold
from putright.people.same import protection

from .models import Letter
from .rules import NONE, Reach, is_work, medium
from .unfit import NotOnThisCase, NotTheirs, WrongAddress

COLON = ":"  # subject:17 is the seventeenth line of the officers named on cases
PERSON, WORK, NEW = "person", "work", "new"
KEYS = ("to", "to_name", "to_email", "to_address", "to_check")  # kept with a letter that is not for the complainant


@dataclass(frozen=True)
class Addressee:
    """Who reads the letter, how they may be reached, and in whose place they stand (empty: their own). `whom` is
    complainant, subject:<number> or a body; all but the first have no row among the public."""

    person: Person | None
    reach: Reach
    on_behalf_of: str = ""
    language: str = ""
    whom: str = COMPLAINANT
    ask: bool = True  # in a letter in both languages: which one do they want?


def of(case: Case) -> Addressee:
    """Whoever speaks for the complainant, where they can be reached safely; otherwise the complainant.

    What is to be done to a complainant may be done to somebody acting for them with written consent (PRA 2002 s.29(2)).
    Whether that consent was seen is for a person to look at: the case page says so. In which language: tongue.py."""
    return _for(case, case.complainant)


def to(case: Case, given: Mapping[str, str]) -> Addressee:
    """The complainant, or whom `given["to"]` names: an officer else at the address they log in with, or their station.

    Refuses NotOnThisCase for a person who is not; NotTheirs for an officer of another case; WrongAddress for one that is not
    for work, or is that of anybody of the public on the case. The addresses of bodies are given each time: no office pack
    holds them."""
    whom = given.get("to") or COMPLAINANT
    if whom == COMPLAINANT:
        return of(case)
    if whom.startswith(f"{PERSON}{COLON}"):
        return _for(case, _on_the_case(case, whom))
    if whom.startswith(f"{NEW}{COLON}"):
        return _at_new(case, int(whom.partition(COLON)[2]), given.get("to_address", ""))
    pack = office()
    name, known_email, station = (given.get("to_name", ""), "", "") if whom == WORK else _named(case, whom, pack)
    reach = Reach(name, given.get("to_email") or known_email, given.get("to_address") or station)
    if not is_work(reach.email, pack.contact.email, known_email) or _is_theirs(case, reach):
        raise WrongAddress
    return Addressee(None, reach, language=tongue.of_work(pack), whom=whom, ask=False)


def _for(case: Case, them: Person | None) -> Addressee:
    speaker = speaks_for(them)
    if speaker and medium(reach_of(speaker.representative)) != NONE:
        return _addressed(case, speaker.representative, on_behalf_of=them.name if them else "")
    return _addressed(case, them)


def _at_new(case: Case, person: int, where: str) -> Addressee:
    """By post alone, to an address that is nobody's yet. That they have to do with the case is asked by guard.py."""
    found = Person.objects.get(pk=person)
    known, said = reach_of(found), tongue.of(case, found)
    return Addressee(found, Reach(found.name, address=where, rule=known.rule), "", said.code, ask=said.ask)


def _on_the_case(case: Case, whom: str) -> Person:
    person = next((one for one in people_of(case) if f"{PERSON}{COLON}{one.pk}" == whom), None)
    if person is None:
        raise NotOnThisCase
    return person


def people_of(case: Case) -> list[Person]:
    """Everybody of the public who is on the case: the complainant first, then those whose messages joined it and those who are
    kept informed and agreed to it (PRA 2002 s.21). Whoever only speaks for one of them is no other. One query."""
    sent = Contact.objects.filter(case=case, person__isnull=False).values("person")
    others = Q(pk__in=sent) | Q(pk__in=told(case).values("person"))
    found = Person.objects.filter(others | Q(pk=case.complainant_id), anonymous=False)
    return sorted(found, key=lambda one: (one.pk != case.complainant_id, one.pk))


def language_for(case: Case, whom: str) -> str:
    """The same without asking where it goes: an address may not be known yet."""
    if whom == COMPLAINANT:
        return of(case).language
    if whom.startswith(f"{PERSON}{COLON}"):
        return tongue.of(case, _on_the_case(case, whom)).code
    return tongue.of_work(office())


def choices(case: Case, allowed: tuple[str, ...], language: str) -> list[tuple[str, str]]:
    """Everybody a letter of that kind may be for, and what they are called. An officer nobody has identified cannot be
    written to (CMR 2020 reg 43)."""
    found = [(COMPLAINANT, case.complainant.name if case.complainant else "")] if COMPLAINANT in allowed else []
    if INTERESTED in allowed:
        found += [(f"{PERSON}{COLON}{one.person_id}", one.person.name) for one in told(case)]
    if SUBJECT in allowed:
        found += [(f"{SUBJECT}{COLON}{row.pk}", str(row.officer)) for row in subjects(case)]
    pack = office() if set(BODIES) & set(allowed) else None
    return found + [(body, body_name(body, pack, language)) for body in BODIES if pack and body in allowed]


def subjects(case: Case) -> list[ComplainedOf]:
    named = ComplainedOf.objects.filter(case=case, officer__organisational=False).select_related("officer", "handler__user")
    return [row for row in named.order_by("pk") if row.officer.name or row.officer.collar_number]


def body_name(body: str, pack: Office, language: str) -> str:
    """As it stands on an envelope; empty for a person."""
    if body == FORCE:
        return pack.names.force.said(language)
    if body == LPB:
        return policing_body(pack, language)
    return phrases.IOPC[language].removeprefix("the ") if body == IOPC else ""


def policing_body(pack: Office, language: str, on: date | None = None) -> str:
    now = in_force(pack.policing_bodies, on) if on else ()
    return (now or pack.policing_bodies)[0].name.said(language)


def _named(case: Case, whom: str, pack: Office) -> tuple[str, str, str]:
    """Name, address for e-mail and station of an officer; a body's name alone. Refuses NotTheirs."""
    if whom in BODIES:
        return body_name(whom, pack, pack.languages.first), "", ""
    row = next((row for row in subjects(case) if f"{SUBJECT}{COLON}{row.pk}" == whom), None)
    if row is None:
        raise NotTheirs
    return str(row.officer), row.handler.user.email if row.handler else "", row.officer.station


def _is_theirs(case: Case, reach: Reach) -> bool:
    """Is it an address of anybody of the public on the case, or of whoever speaks for the complainant?"""
    speaker = speaks_for(case.complainant)
    people = [one for one in (*people_of(case), speaker and speaker.representative) if one]
    theirs = {fold(text) for one in people for text in (one.email, one.address) if text}
    return bool(theirs & {fold(reach.email), fold(reach.address)})


def _addressed(case: Case, person: Person | None, on_behalf_of: str = "") -> Addressee:
    said = tongue.of(case, person)
    return Addressee(person, reach_of(person), on_behalf_of, said.code, ask=said.ask)


def reach_of(person: Person | None) -> Reach:
    if person is None:
        return Reach()
    safe = dict(protection(person).safe_contact)  # of everybody who is one with them, the most protective
    return Reach(person.name, person.email, person.address, person.postcode, person.prefers, safe)


def reach_now(letter: Letter) -> Reach:
    """How the reader of a letter made a while ago may be reached now. One to an officer, a colleague or a body keeps the address
    it was made for, while that is still right; no safe way when the officer is named on the case no more."""
    kept = letter.values.get("to")
    if not kept or (letter.person_id and not kept["to"].startswith(NEW)):
        return reach_of(letter.person)
    try:
        return to(letter.case, kept).reach
    except (NotTheirs, WrongAddress):
        return Reach()
