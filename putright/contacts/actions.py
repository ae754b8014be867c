"""Receiving a contact, and settling it there and then. The contact, its file, its event and so what is owed for it are
one commit: nothing acknowledged is ever lost."""

from datetime import datetime

from django.db import IntegrityError, transaction

from putright.cases.actions import Opening, locked, move, open_case
from putright.cases.log import Line, write, write_first
from putright.cases.models import Case
from putright.cases.remit import check_remit
from putright.cases.search import index, index_first
from putright.cases.walls import wall_named
from putright.documents.actions import file_with
from putright.people.actions import note_person
from putright.people.gates import check
from putright.people.models import Handler, Person
from putright.people.queries import team
from putright.people.remit import Function
from putright.people.roles import FRONT

from .models import Answer, Contact
from .refusals import NoAnswer, NothingSaid
from .said import Said, Settled

TRIES = 5
Who = Person | dict[str, object] | None


def receive(said: Said, person: Who = None, *, by: Handler | None, at: datetime, joins: Case | None = None) -> Contact:
    """Write down a contact; open a file for it or join one; settle it in the same breath if it already is.

    The same key again changes nothing and returns the contact it made. `by` is None when the public sent it; `person`
    is a person, the details of one to be noted, or None when nothing is known.
    Refuses NothingSaid, NoAnswer (settled without saying how), and NotAllowed by role.
    Law: every contact is kept, complaint or not (CMR 2020 reg 44)."""
    if by is not None:
        check(by, "contacts.receive")
    if not said.words.strip():
        raise NothingSaid
    if said.settled and not said.settled.answer.strip():
        raise NoAnswer
    for left in range(TRIES, 0, -1):
        try:
            with transaction.atomic():
                return _written(said, person, by=by, at=at, joins=joins)
        except IntegrityError:  # sent twice at once; or the new file drew a reference that another has
            if again := Contact.objects.select_related("case").filter(key=said.key).first():
                return again
            if left == 1:
                raise
    raise AssertionError("unreachable: the last try returns or raises")


def _written(said: Said, person: Who, *, by: Handler | None, at: datetime, joins: Case | None) -> Contact:
    if again := Contact.objects.select_related("case").filter(key=said.key).first():
        file_with(said.key, again.case, by=by, at=at)  # what was added on going back and sending it again
        return again
    if isinstance(person, dict):
        person = note_person(person, at=at)
    received_at = said.received_at or at
    summary = " ".join(said.words.split())
    case = joins or open_case(person, Opening(team("front"), received_at, said.language, said.kind, summary, version=1))
    contact = Contact.objects.create(
        **said.columns(), case=case, person=person, by=by, received_at=received_at, entered_at=at
    )
    facts = {"contact": contact.pk, "channel": said.channel, "kind": said.kind, "received_at": received_at}
    facts |= {name: value for name in ("topic", "via") if (value := getattr(said, name))}
    if person is None or person.anonymous:
        facts["nobody_to_tell"] = True  # clocks that are about telling them do not run
    verb = "joined" if joins else "received"
    if said.told_by:
        facts["link"] = said.told_by.pk
    writer = "officer" if said.told_by else "unverified" if said.unverified else "complainant"
    line = Line(verb, at, by, "" if by else writer, facts, said.payload())
    found_by = f"{person.name if person else ''} {said.searchable()}"
    if joins:
        write(case, line)
        index(case, found_by)
    else:
        write_first([(case, [line])])
        index_first([(case, found_by)])
    _answered(contact, said)
    own, known = said.own_words or said.words, joins is not None or bool(said.own_words)
    named = said.kind != "compliment" and wall_named(case, own, said.about, joined=known, at=at)
    file_with(said.key, case, by=by, at=at)
    if said.settled:
        _settle(contact, said.settled, by=by, at=at, opened_now=joins is None and not named)
    return contact


def _answered(contact: Contact, said: Said) -> None:
    given = [(one.question, one.since, one.value) for one in said.answers]
    Answer.objects.bulk_create(
        [Answer(contact=contact, topic=said.topic, question=name, since=since, value=value) for name, since, value in given]
    )


@transaction.atomic
def settle(contact: Contact, settled: Settled, *, by: Handler, at: datetime) -> None:
    """Settle a contact at the first point of contact: no referral to anybody else was needed (the Essex measure).

    Refuses NoAnswer, WrongStage once it has been triaged, NotAllowed by role."""
    check(by, "contacts.settle")
    if not settled.answer.strip():
        raise NoAnswer
    _settle(contact, settled, by=by, at=at)


def _settle(
    contact: Contact, settled: Settled, *, by: Handler | None, at: datetime, opened_now: bool = False
) -> None:
    case = locked(contact.case)
    if by is not None and by.role in FRONT:  # others put right only there and then, and the team looks at it after
        check_remit(case, by, Function.RECOVER, opened_now=opened_now)
    move(case, "settle", at=at)
    contact.settled_at, contact.answer = at, settled.answer
    contact.reason = settled.reason or contact.reason
    contact.save(update_fields=["settled_at", "answer", "reason"])
    write(case, Line("settled", at, by, facts={"contact": contact.pk, "reason": contact.reason},
                     payload={"answer": settled.answer}))  # fmt: skip
    contact.case = case
