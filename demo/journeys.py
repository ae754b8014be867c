"""What was done with each live case after it came in, by the stage its file says it reached."""

from dataclasses import dataclass
from typing import Any

from putright.cases import actions as cases
from putright.cases.models import Case
from putright.contacts.models import Contact
from putright.law import categories
from putright.people.actions import note_officer
from putright.people.models import Handler
from putright.recovery import actions as recovery
from putright.triage import actions as triage
from putright.triage import queries, rules

from .pace import Pace

LET_US_TRY = {"complainant_wishes_recording": "no", "body_decides_recording": "no"}
HEARD = {
    "en": "We talked it through. I said what happens next and asked how they would like it handled.",
    "cy": "Trafodwyd y mater. Eglurais beth sy’n digwydd nesaf a gofyn sut yr hoffent i ni ddelio â’r mater.",
}


@dataclass
class Journey:
    """One live case on its way: what the file says of it, what is known, whose it is, and the moment."""

    written: dict[str, Any]
    facts: dict[str, str]
    contact: Contact
    by: Handler
    pace: Pace

    @property
    def case(self) -> Case:
        return self.contact.case

    def answers(self) -> None:
        if self.facts:
            triage.answer(self.case, self.facts, by=self.by, at=self.pace.after(minutes=4))

    def taken(self) -> None:
        """Somebody takes it, speaks with them, asks what is missing, and writes down what is alleged and of whom."""
        self.pace.in_hours()
        cases.take(self.case, by=self.by, at=self.pace.after(minutes=12))
        if self.contact.person and not self.contact.person.anonymous:
            cases.spoke(self.case, HEARD[self.written["language"]], by=self.by, at=self.pace.after(minutes=35))
        self.answers()
        for name in self.written["allegations"]:
            code, on = code_of(name, self.contact), self.pace.began.date()
            cases.allege(self.case, self.written["words"], code, on=on, by=self.by, at=self.pace.after(minutes=2))
        if self.facts.get("about_conduct") == "yes" and "about" in self.written:
            officer = note_officer(description=self.written["about"], office_holder=self.holder())
            cases.name_officer(self.case, officer, by=self.by, at=self.pace.after(minutes=1))

    def holder(self) -> str:
        return "chief_officer" if self.facts.get("about_chief_officer_conduct") == "yes" else ""

    def decided(self) -> str:
        """Decided as the rules find; empty when they do not settle it, and then nobody decides."""
        route = rules.suggested(queries.findings(self.case)) or ""
        if route:
            triage.decide(self.case, route, by=self.by, at=self.pace.after(minutes=6))
        return route

    def offered(self) -> Any:
        return recovery.offer(self.case, "action", self.written["offered"], by=self.by, at=self.pace.after(hours=2))


def code_of(name: str, contact: Contact) -> str:
    """The code of a category by its national name, on the day it was received."""
    return next(row.code for row in categories.in_force(contact.received_at.date()) if row.en == name)


def received(journey: Journey) -> None:
    if journey.contact.by:
        journey.answers()  # what the caller said at once; the rest is still to be asked


def settled(journey: Journey) -> None:
    """Nothing more: it was settled when it came in."""


def in_recovery(journey: Journey) -> None:
    journey.taken()
    journey.decided()
    journey.offered()


def recorded(journey: Journey) -> None:
    if "offered" not in journey.written:
        journey.taken()
        journey.decided()
        return
    journey.facts = {**journey.facts, **LET_US_TRY}  # and then they were not content
    in_recovery(journey)
    attempt = recovery.Attempt.objects.get(case=journey.case)
    recovery.hear(attempt, "no", "", by=journey.by, at=journey.pace.after(hours=20))
    recovery.ask_to_record(journey.case, "", by=journey.by, at=journey.pace.after(minutes=3))


def handed_over(journey: Journey) -> None:
    journey.taken()
    journey.decided()


def closed(journey: Journey) -> None:
    journey.taken()
    if journey.decided() == rules.NOT_COMPLAINT:
        cases.note(journey.case, journey.written["offered"], by=journey.by, at=journey.pace.after(hours=1))
    else:
        attempt = journey.offered()
        recovery.hear(attempt, "yes", "", by=journey.by, at=journey.pace.after(hours=46))
    cases.close(journey.case, by=journey.by, at=journey.pace.after(minutes=30))


JOURNEYS = {
    "received": received,
    "settled": settled,
    "in_recovery": in_recovery,
    "recorded": recorded,
    "handed_over": handed_over,
    "closed": closed,
}
