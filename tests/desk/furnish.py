"""Cases for the desk's tests: one with everything on it, and many with little."""

from datetime import timedelta

from putright.cases.actions import allege, name_officer, note, spoke, take
from putright.cases.models import Case
from putright.contacts.said import Settled
from putright.letters.actions import write_letter
from putright.outbox.actions import note_sent
from putright.recovery.actions import hear, offer
from putright.triage import actions as triage
from tests.make import people
from tests.make.contacts import contact
from tests.triage.sheets import ORDINARY


def full(cast) -> Case:
    """Two contacts, two allegations, an officer, a decision, two attempts, two letters, clocks, and a full log."""
    case = contact(cast.ffion, words="Roedd yr heddwas yn gas.", language="cy", kind="complaint").case
    at = cast.at + timedelta(minutes=5)
    contact(cast.ffion, by=cast.sam, channel="phone", joins=case, at=at)
    take(case, by=cast.sam, at=at)
    spoke(case, "She wants an apology.", by=cast.sam, at=at)
    note(case, "Rang the station.", by=cast.sam, at=at)
    for category in ("A1", "H1"):
        allege(case, f"Allegation under {category}", category, on=at.date(), by=cast.sam, at=at)
    name_officer(case, people.officer(name="Gwyn Pugh", rank="PC", description="Tall"), by=cast.sam, at=at)
    triage.answer(case, ORDINARY, by=cast.sam, at=at)
    case.refresh_from_db()
    triage.decide(case, "outside", because="It can be put right.", by=cast.sam, at=at)
    case.refresh_from_db()
    hear(offer(case, "apology", "We are sorry.", by=cast.sam, at=at), "no", "Not enough.", by=cast.sam, at=at)
    offer(case, "explanation", "Why it was so.", by=cast.sam, at=at)
    letter = write_letter(case, "acknowledgement", {}, by=cast.sam, at=at)
    note_sent(letter, by=None, at=at)
    write_letter(case, "update", {"progress": "We asked.", "next_step": "We answer."}, by=cast.sam, at=at)
    case.refresh_from_db()
    return case


def many(cast, number: int) -> list[Case]:
    """Open cases, all received at the same moment, so that only their keys put them in order."""
    return [contact(cast.amir, words=f"Words of case number {n}").case for n in range(number)]


def settled(cast) -> Case:
    return contact(cast.amir, by=cast.sam, channel="phone", settled=Settled("Told him.")).case
