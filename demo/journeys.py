"""What was done with each live case after it came in, by the stage its file says it reached."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from putright.allocation import actions as allocation
from putright.cases import actions as cases
from putright.cases.choices import Result, lacking
from putright.cases.models import Case
from putright.cases.refusals import OutsideRemit, Refused
from putright.codes.queries import code_list
from putright.contacts.models import Contact
from putright.facts.owed import PREFIX as COUNTS
from putright.law.calendar import day_of
from putright.letters.actions import write_letter
from putright.letters.owed import waiting
from putright.packs import actions as packs
from putright.packs import queries as packed
from putright.packs import rules as bodies
from putright.people.actions import note_officer
from putright.people.models import Handler
from putright.people.queries import team, teams
from putright.quality.owed import PREFIX as SAMPLES
from putright.recovery import actions as recovery
from putright.rounds import house
from putright.triage import actions as triage
from putright.triage import queries, rules

from .pace import Pace

LET_US_TRY = {"complainant_wishes_recording": "no", "body_decides_recording": "no"}
HEARD = {
    "en": "We talked it through. I said what happens next and asked how they would like it handled.",
    "cy": "Trafodwyd y mater. Eglurais beth sy’n digwydd nesaf a gofyn sut yr hoffent i ni ddelio â’r mater.",
}
PUT_RIGHT = Result("outside.resolved", ("explanation",))  # what came of each allegation of a case that was put right
# Why it is not a complaint, said to them: for what somebody only heard of, and for thanks.
GROUNDS = {
    "en": ("You were not there, and it did not happen to you or to somebody you speak for.", "You wrote to thank us."),
    "cy": (
        "Nid oeddech yno, ac ni ddigwyddodd i chi nac i neb rydych yn siarad ar eu rhan.",
        "Ysgrifennoch i ddiolch.",
    ),
}


@dataclass
class Journey:
    """One live case on its way: what the file says of it, what is known, whose it is, and the moment."""

    written: dict[str, Any]
    facts: dict[str, str]
    contact: Contact
    by: Handler
    pace: Pace
    staff: list[Handler]
    goes_round: bool  # the house's own work too; left to the worker when in a hurry

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
        if "about" in self.written and self.written["kind"] != "compliment":
            officer = note_officer(description=self.written["about"], office_holder=self.holder())
            cases.name_officer(self.case, officer, by=self.by, at=self.pace.after(minutes=1))

    def holder(self) -> str:
        if self.facts.get("about_commissioner_or_deputy") == "yes":
            return "commissioner"
        return "chief_officer" if self.facts.get("about_chief_officer_conduct") == "yes" else ""

    def decided(self) -> str:
        """Decided as the rules find; empty when they do not settle it, or it is another body's to decide (as a complaint
        about the Chief Constable is where the force's own team takes contacts)."""
        route = rules.suggested(queries.findings(self.case)) or ""
        try:
            if route:
                triage.decide(self.case, route, by=self.by, at=self.pace.after(minutes=6))
        except OutsideRemit:
            return ""
        if route == rules.NOT_COMPLAINT and self.goes_round:
            self.told_why()
        return route

    def told_why(self) -> None:
        """Only a person can say why it is no complaint, so a person writes that letter."""
        grounds = {"grounds": GROUNDS[self.written["language"]][self.written["kind"] == "compliment"]}
        for kind, key in waiting(self.case):
            write_letter(self.case, kind, grounds, by=self.by, at=self.pace.after(minutes=15), owed_key=key)

    def rounds(self) -> None:
        """What the house does by itself, done as it would have been then: acknowledgements, letters, hints."""
        for _again in range(3 * self.goes_round):  # a letter written is then a letter to be sent
            go_round(self.pace.at)

    def offered(self) -> Any:
        return recovery.offer(self.case, "action", self.written["offered"], by=self.by, at=self.pace.after(hours=2))


def go_round(at: datetime, *, all_there: bool = False) -> None:
    """One round of the worker, as it would have been at that moment. What looks at many cases waits until they are all there:
    a round of long ago would draw its sample from a month in which nothing was finished yet, and count each day many times."""
    for key, _since in list(house.owed(at)):
        if key.startswith((SAMPLES, COUNTS)) and not all_there:
            continue
        with suppress(Refused):  # a letter a person must first add something to stays owed
            house.room_of(key).fulfil(key, at=at)


def code_of(name: str, contact: Contact) -> str:
    """The code of a category by its national name, in the office's list as it was on the day it was received."""
    listed = code_list("categories").in_force(day_of(contact.received_at))
    return next(row.code for row in listed if row.en == name)


def received(journey: Journey) -> None:
    if journey.contact.by:
        journey.answers()  # what the caller said at once; the rest is still to be asked


def settled(journey: Journey) -> None:
    """Nothing more: it was settled when it came in."""


def in_recovery(journey: Journey) -> None:
    journey.taken()
    journey.decided()
    journey.offered()
    journey.rounds()
    if "with_kind" in journey.written:
        allocated_to(journey, journey.written["with_kind"])


def allocated_to(journey: Journey, kind: str) -> None:
    """Asked of the first team of that kind, which says that it has it."""
    local = teams(kind)[0]
    made = allocation.allocate(
        journey.case, local, journey.written["offered"], by=journey.by, at=journey.pace.after(minutes=10)
    )
    there = next((person for person in journey.staff if person.team_id == local.pk), None)
    if there:
        allocation.accept(made, by=there, at=journey.pace.after(hours=3))


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
    journey.rounds()
    body = team(journey.written["handed_to"]).kind
    expected = bodies.suggest(packed.matter(journey.case)).body
    because = "" if body == expected else "It is theirs to deal with."
    made = packs.hand_over(journey.case, body, by=journey.by, at=journey.pace.after(minutes=20), because=because)
    journey.rounds()
    there = next((person for person in journey.staff if person.team_id == made.team_id), None)
    if there and body == "standards":
        packs.receipt(made, f"PSD/{made.pk:04}", there.name, by=there, at=journey.pace.after(hours=2))


def closed(journey: Journey) -> None:
    journey.taken()
    if journey.decided() == rules.NOT_COMPLAINT:
        cases.note(journey.case, journey.written["offered"], by=journey.by, at=journey.pace.after(hours=1))
    else:
        attempt = journey.offered()
        recovery.hear(attempt, "yes", "", by=journey.by, at=journey.pace.after(hours=46))
    at = journey.pace.after(minutes=30)
    alleged = lacking(journey.case, day_of(at))
    came = {one.allegation.number: PUT_RIGHT for one in alleged}
    cases.close(journey.case, by=journey.by, at=at, results=came)


JOURNEYS = {
    "received": received,
    "settled": settled,
    "in_recovery": in_recovery,
    "recorded": recorded,
    "handed_over": handed_over,
    "closed": closed,
}
