"""Contacts that somebody else heard first, and the team's look at what was settled without it."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from putright.cases.actions import locked, move
from putright.cases.log import Line, write
from putright.contacts import opening
from putright.contacts.actions import receive
from putright.contacts.models import Contact, PersonalLink
from putright.contacts.refusals import AlreadyLookedOver, NoAnswer, SayWhyAgain, TeamIsOpen
from putright.contacts.said import Said, Settled
from putright.people.gates import check
from putright.people.models import Handler
from putright.people.queries import office

from . import rules
from .words import DONE


@dataclass(frozen=True)
class Locally:
    """What was said, what was done about it on the spot, and how the person took it."""

    said: Said
    did: str  # apology, explanation, both; to_team: nothing could be done here
    complaint: str  # yes, no, not_known: is it more than unhappiness with the service?
    content: str  # yes, no, not_known
    answer: str = ""

    @property
    def settles(self) -> bool:
        return rules.settles(self.did, self.complaint, self.content)


@transaction.atomic
def log_locally(heard: Locally, details: dict[str, object], *, by: Handler, at: datetime) -> Contact:
    """Write down what a supervisor or 101 heard. Settled there and then, it waits for the team to look it over; else it
    is the team's, as any other contact. Whoever writes it keeps no reach to the case.

    Changes: what contacts.receive changes. Refuses TeamIsOpen (101 settles nothing while the team is there: the caller is
    passed on), NoAnswer, NothingSaid, NotAllowed by role. Processes B and C of Dyfed-Powys, 2014."""
    check(by, "contacts.log_locally")
    via = "101" if by.team.slug == opening.CONTROL_ROOM else "local"
    if via == "101" and heard.settles and opening.is_open(office(), at):
        raise TeamIsOpen
    return _written(replace(heard, said=replace(heard.said, via=via)), details, by=by, at=at)


@transaction.atomic
def log_by_link(heard: Locally, details: dict[str, object], link: PersonalLink, *, by: None = None, at: datetime) -> Contact:
    """Write down what an officer without a log-in put right at the roadside, by their personal link.

    As `log_locally`; what they did is enough of an answer there. Refuses NoAnswer, NothingSaid."""
    answer = heard.answer.strip() or str(DONE.get(heard.did, ""))
    said = replace(heard.said, via="local", told_by=link)
    return _written(replace(heard, said=said, answer=answer), details, by=by, at=at)


def _written(heard: Locally, details: dict[str, object], *, by: Handler | None, at: datetime) -> Contact:
    if heard.did != rules.TO_TEAM and not heard.answer.strip():
        raise NoAnswer
    settles = heard.settles
    said = replace(heard.said, kind="complaint" if heard.complaint == "yes" else "dissatisfaction")
    made = receive(replace(said, settled=Settled(heard.answer)) if settles else said, details or None, by=by, at=at)
    if made.entered_at == at:  # else the same form came twice
        made.to_look_over, made.answer = settles, heard.answer
        made.save(update_fields=["to_look_over", "answer"])
    return made


@transaction.atomic
def pass_to_team(said: Said, details: dict[str, object], *, by: Handler, at: datetime) -> Contact:
    """Standards pass unhappiness that they do not record to the front team, by the way it came to them (process D).

    Refuses NothingSaid, NotAllowed by role. Whoever passes it on keeps no reach to the case."""
    check(by, "contacts.pass_to_team")
    return receive(replace(said, via="standards"), details or None, by=by, at=at)


@transaction.atomic
def look_over(contact: Contact, *, agree: bool, words: str, by: Handler, at: datetime) -> None:
    """The team's look at what was settled there and then: it stays settled (`looked_over`), or is opened again and is
    the team's own (`reopened`, the stage).

    Refuses AlreadyLookedOver, SayWhyAgain when opened again without a reason, WrongStage, NotAllowed by role."""
    check(by, "contacts.look_over")
    case = locked(contact.case)
    row = Contact.objects.select_for_update().get(pk=contact.pk)
    if not row.to_look_over:
        raise AlreadyLookedOver
    if not agree and not words.strip():
        raise SayWhyAgain
    row.to_look_over = False
    row.settled_at = row.settled_at if agree else None
    row.save(update_fields=["to_look_over", "settled_at"])
    if not agree:
        move(case, "look_again", at=at)
    payload: dict[str, object] = {"words": words} if words.strip() else {}
    write(case, Line("looked_over" if agree else "reopened", at, by, facts={"contact": row.pk}, payload=payload))
