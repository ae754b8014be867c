"""Who has it, what they answered, and everything a pack is made of."""

from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.forms.models import model_to_dict

from putright.cases.linked import linked
from putright.cases.models import Allegation, Case
from putright.cases.queries import allegations, events, officers
from putright.cases.stages import ALLOCATED
from putright.codes.queries import code_list, in_force
from putright.codes.rules import Rows
from putright.contacts.models import Contact
from putright.law.calendar import day_of
from putright.people.models import Handler, Person, Team
from putright.people.queries import office, speaks_for
from putright.people.same import protection
from putright.recovery.models import Attempt
from putright.triage.models import Decision
from putright.triage.queries import findings

from .models import Allocation, Handover
from .rules import LOCAL, TEAM_KIND, Matter, Pack, missing

PERSON = ("name", "anonymous", "language", "email", "phone", "address", "postcode", "prefers", "safe_contact",
          "adjustments", "at_risk")  # fmt: skip
CONTACT = ("received_at", "channel", "language", "words", "wants", "about", "happened_on", "happened_words", "place",
           "crime_reference")  # fmt: skip
OFFICER = ("name", "collar_number", "rank", "station", "description", "organisational", "office_holder")
DECISION = ("at", "facts", "findings", "route", "must_refer", "authority", "differs", "because", "reason_recorded")
TOLD = ("channel", "kind", "medium", "route", "body", "content", "offer")  # facts that mean something outside


def allocations(case: Case) -> QuerySet[Allocation]:
    return Allocation.objects.filter(case=case).select_related("team", "to").order_by("pk")


def with_now(case: Case) -> Allocation | None:
    """The allocation still waiting: given to a team, neither answered nor given back, and not overtaken (left)."""
    return allocations(case).filter(ended_at=None, case__stage=ALLOCATED).last()


def left() -> QuerySet[Allocation]:
    """Allocations overtaken by something else: a handler put it right, recorded it or found it no complaint."""
    return Allocation.objects.filter(ended_at=None).exclude(case__stage=ALLOCATED)


def handovers(case: Case) -> QuerySet[Handover]:
    """What was handed over and what came back, without the packs."""
    return Handover.objects.filter(case=case).select_related("team").defer("pack").order_by("pk")


def last_handover(case: Case) -> Handover | None:
    return handovers(case).last()


def handover(case: Case, number: int) -> Handover | None:
    """One hand-over of this case by its number, with its pack."""
    return Handover.objects.filter(case=case, pk=number).first()


def local_teams() -> list[Team]:
    return list(Team.objects.filter(kind__in=LOCAL).order_by("name_en"))


def local_supervisors(case: Case) -> list[Handler]:
    """Who could be asked by name: supervisors of the teams that put things right, nobody linked to the case among them."""
    from_here = Handler.objects.filter(team__kind__in=LOCAL, role="local_supervisor", left_on=None)
    return list(from_here.exclude(pk__in=linked(case)).select_related("team").order_by("team__name_en", "name"))


def may_be_asked(case: Case, team: Team, to: Handler | None) -> bool:
    """Whether this person of the team, or anybody in it, is free of any link to the case (cases.linked)."""
    if to is not None:
        return to.team_id == team.pk and to.pk not in linked(case)
    there = set(Handler.objects.filter(team=team, role="local_supervisor", left_on=None).values_list("pk", flat=True))
    return not there or bool(there - linked(case))


def team_of(body: str) -> Team | None:
    """The team with log-ins that is this body, if there is one; most bodies are outside and have none."""
    return Team.objects.filter(kind=TEAM_KIND[body]).order_by("pk").first()


def we_decide(received_at: datetime) -> bool:
    """Whether the recording decision is the office's for a complaint made that day (PRA 2002 s.13A, model 2 or 3)."""
    held = office().functions(day_of(received_at))
    return held is not None and held.model >= 2


def lacks(case: Case, made: Pack, body: str) -> tuple[str, ...]:
    """The parts that body needs and the pack has not (rules.missing). Two queries."""
    has_tree = bool(in_force("categories", day_of(case.received_at)))
    return missing(made, body, we_decide=we_decide(case.received_at), has_tree=has_tree)


def matter(case: Case) -> Matter:
    """The case as the earlier rooms know it, for a pack. Takes fourteen queries."""
    listed = code_list("categories")
    decided = Decision.objects.filter(case=case).select_related("by").order_by("number").last()
    return Matter(
        case.reference,
        case.stage,
        case.received_at,
        case.recorded_at,
        complainant=person_of(case),
        contacts=list(Contact.objects.filter(case=case).order_by("received_at", "pk").values(*CONTACT)),
        allegations=[allegation(one, listed, day_of(case.received_at)) for one in allegations(case).prefetch_related("officers")],
        officers=[model_to_dict(officer, OFFICER) for officer in officers(case)],
        decision={**{key: getattr(decided, key) for key in DECISION}, "by": decided.by.name} if decided else {},
        owner=findings(case)["authority"].conclusion or "",
        attempts=list(Attempt.objects.filter(case=case).order_by("pk").values("offer", "at", "content")),
        events=[
            {"at": event.at, "verb": event.verb, **{key: event.facts[key] for key in TOLD if key in event.facts}}
            for event in events(case)
        ],
    )


def person_of(case: Case) -> dict[str, Any]:
    person: Person | None = case.complainant
    if person is None:
        return {}
    speaks = speaks_for(person)
    details = model_to_dict(person, PERSON)
    details["language"] = case.language or person.language
    kept = protection(person)
    details |= {"safe_contact": dict(kept.safe_contact), "at_risk": kept.at_risk}
    if speaks:
        seen = speaks.consent_seen_on
        details["representative"] = {
            **model_to_dict(speaks.representative, ("name", "email", "phone", "address", "postcode", "safe_contact")),
            "capacity": speaks.capacity, "consent_seen_on": seen.isoformat() if seen else None,
        }  # fmt: skip
    return details


def allegation(one: Allegation, listed: Rows, on: date) -> dict[str, Any]:
    """An allegation with its category in words; a code not in force that day goes with its code alone."""
    named = listed.find(one.category, on)
    return {
        "number": one.number, "words": one.words, "category": one.category, "edition": one.edition,
        "category_words": {"en": named.en, "cy": named.cy} if named else {},
        "officers": [str(officer) for officer in one.officers.all()],
    }  # fmt: skip
