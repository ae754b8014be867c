"""The live cases, played through the ordinary actions, so that log, clocks and letters are those of a working office."""

import tomllib
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from putright.codes.asked.boxes import answered, name_of
from putright.codes.asked.queries import all_questions
from putright.codes.asked.rules import Answered
from putright.contacts.actions import receive, settle
from putright.contacts.models import Contact
from putright.contacts.said import Said, Settled
from putright.law.calendar import day_of
from putright.national.rules import quarter_of
from putright.people.actions import note_person
from putright.people.models import Handler, Person, Representation
from putright.people.roles import Role

from .journeys import JOURNEYS, Journey
from .pace import Pace

FILE, QUARTER = Path(__file__).parent / "live_cases.toml", Path(__file__).parent / "last_quarter.toml"
NEEDS = {"received": timedelta(minutes=20), "settled": timedelta(hours=1), "closed": timedelta(hours=6)}
TOLD = ("channel", "words", "language", "kind", "topic", "wants", "about", "place", "reason")
LENGTHS = {"phone": 9, "counter": 12, "letter": 200, "email": 95}  # minutes from its arrival to its being written down


def play(staff: list[Handler], *, now: datetime, goes_round: bool) -> int:
    """Load every live case, the oldest first, each to the stage its file says. Says how many."""
    written = tomllib.loads(FILE.read_text(encoding="utf-8"))
    before = of_the_last_quarter(day_of(now))
    people = {person["key"]: person for person in written["people"] + before["people"]}
    known: dict[str, Person] = {}
    cases = sorted(written["cases"] + before["cases"], key=lambda case: -case["days_ago"])
    free = {language: cycle(handlers(staff, language)) for language in ("en", "cy")}
    for case in cases:
        pace = Pace(case["days_ago"], case["time"], now=now, needs=NEEDS.get(case["reached"], NEEDS["closed"]))
        person = met(people[case["person"]], known, at=pace.at)
        speaking_for(case, person, people, known, pace)
        by = next(free[case["language"]])
        contact = contact_of(case, person, pace, by=by)
        journey = Journey(case, facts_of(case, written["facts"]), contact, by, pace, staff, goes_round)
        journey.rounds()
        JOURNEYS[case["reached"]](journey)
        journey.rounds()
    return len(cases)


def of_the_last_quarter(today: date) -> dict[str, Any]:
    """What was put right in the last quarter that is over: its days are told of the quarter, not back from today."""
    written = tomllib.loads(QUARTER.read_text(encoding="utf-8"))
    began = quarter_of(today).previous.first
    for case in written["cases"]:
        case["days_ago"] = (today - began).days + 1 - case.pop("day")
        case["happened_days_ago"] = case["days_ago"] + case.pop("happened_days_before")
    return written


def handlers(staff: Iterable[Handler], language: str) -> list[Handler]:
    """Those who take contacts; for Welsh, those who speak it, where the office has any."""
    taking = [handler for handler in staff if handler.role == Role.HANDLER]
    return [handler for handler in taking if language != "cy" or handler.speaks_welsh] or taking


def met(written: dict[str, Any], known: dict[str, Person], *, at: datetime) -> Person:
    """The person, noted when they are first heard from."""
    if written["key"] not in known:
        given = {name: written[name] for name in ("name", "language", "phone", "email") if name in written}
        rule = {"note": written["safe_contact"]} if "safe_contact" in written else {}
        prefers = "post" if written["prefers"] == "letter" else written["prefers"]
        details = {"anonymous": "name" not in written, "adjustments": written.get("adjustment", ""), "prefers": prefers}
        known[written["key"]] = note_person({**given, **details, "safe_contact": rule}, at=at)
    return known[written["key"]]


def speaking_for(
    case: dict[str, Any], person: Person, people: dict[str, Any], known: dict[str, Person], pace: Pace
) -> None:
    if "representative" in case:
        representative = met(people[case["representative"]], known, at=pace.at)
        seen_on = pace.began.date() if case["consent"] else None
        Representation.objects.create(person=person, representative=representative, consent_seen_on=seen_on)


def facts_of(case: dict[str, Any], sets: dict[str, dict[str, str]]) -> dict[str, str]:
    """The answers of its sets, then its own, which win."""
    answers: dict[str, str] = {}
    for name in case["sets"]:
        answers |= sets[name]
    return answers | case["facts"]


def contact_of(case: dict[str, Any], person: Person, pace: Pace, *, by: Handler) -> Contact:
    """The contact that opened the case; settled in the same breath when it was spoken and is said to be."""
    spoken = case["channel"] in ("phone", "counter")
    settled = Settled(case["offered"], case["reason"]) if case["reached"] == "settled" else None
    said = said_of(case, pace, settled if spoken else None)
    if case["channel"] == "web":
        contact = receive(said, person, by=None, at=pace.at)
    else:
        contact = receive(said, person, by=by, at=pace.after(minutes=LENGTHS[case["channel"]]))
    if settled and not spoken:
        pace.in_hours()
        settle(contact, settled, by=by, at=pace.after(minutes=40))
    return contact


def answers_of(case: dict[str, Any], on: date) -> tuple[Answered, ...]:
    """What they answered to the questions of a kind, in the words of that day."""
    given = case.get("answers", {})
    asked = all_questions().of(case["topic"], on) if given else ()
    return answered(asked, {name_of(one): given.get(one.name) for one in asked})


def said_of(case: dict[str, Any], pace: Pace, settled: Settled | None) -> Said:
    happened = case.get("happened_days_ago")
    return Said(
        key=uuid5(NAMESPACE_URL, f"putright:demonstration:{case['key']}"),
        happened_on=pace.began.date() - timedelta(days=happened - case["days_ago"]) if happened is not None else None,
        seconds=LENGTHS.get(case["channel"], 0) * 6 if case["channel"] != "web" else None,
        received_at=pace.began, settled=settled, answers=answers_of(case, pace.began.date()),
        **{name: case.get(name, "") for name in TOLD},
    )  # fmt: skip
