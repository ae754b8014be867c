"""Everything a pack is made of, what it lacks, and what was taken in or compared."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.forms.models import model_to_dict

from offices import Office
from putright.allocation.models import Handover
from putright.cases.choices import ACTIONS, FACTORS, OUTCOMES, Chosen, alone, chosen
from putright.cases.models import Allegation, Case, Event, Wall
from putright.cases.queries import events, officers
from putright.codes.queries import code_list
from putright.codes.rules import Rows
from putright.contacts.models import Contact
from putright.documents.queries import for_case
from putright.law.calendar import day_of
from putright.people.models import Person, Team
from putright.people.queries import office, speaks_for
from putright.people.same import protection
from putright.recovery.models import Attempt
from putright.triage.models import Answers, Decision
from putright.triage.queries import findings

from .models import Referral, Rest, TakenIn
from .rules import BODIES, TEAM_KIND, Following, Matter, Pack, following, missing

Lists = Callable[[str], Rows]

PERSON = ("name", "anonymous", "language", "email", "phone", "address", "postcode", "prefers", "safe_contact",
          "adjustments", "at_risk")  # fmt: skip
SPEAKER = ("name", "email", "phone", "address", "postcode", "safe_contact")
CONTACT = ("received_at", "channel", "kind", "language", "words", "wants", "about", "happened_on", "happened_words",
           "place", "crime_reference")  # fmt: skip
OFFICER = ("name", "collar_number", "rank", "station", "description", "organisational", "office_holder")
DECISION = ("at", "facts", "findings", "route", "must_refer", "authority", "differs", "because", "reason_recorded")
TOLD = ("channel", "kind", "medium", "route", "body", "content", "offer")  # facts that mean something outside
CHOSEN, FILED = {"factors", "concluded"}, {"document_kept", "document_added"}  # events: without one there is nothing to ask for
BEFORE = "happened_before"  # the verb of what happened in another office, as it came in a pack


def team_of(body: str) -> Team | None:
    """The team with log-ins that is this body, if there is one; most bodies are outside and have none."""
    return Team.objects.filter(kind=TEAM_KIND[body]).order_by("pk").first()


def lacks(matter: Matter, made: Pack, body: str) -> tuple[str, ...]:
    """The parts that body needs and the pack has not (rules.missing)."""
    return missing(made, body, we_decide=matter.we_decide, has_tree=matter.has_tree)


def matter(case: Case, lists: Lists = code_list, pack: Office | None = None) -> Matter:
    """The case as the earlier rooms know it, for a pack: in as many queries however large it is. `lists` and `pack`: where
    the code lists and the office are known already."""
    pack, on, log = pack or office(), day_of(case.received_at), list(events(case))
    verbs = {event.verb for event in log}
    before: Pack = came.pack if "taken_in" in verbs and (came := taken_in(case)) else {}
    named, held = officers(case), pack.functions(on)
    own = [decision(one, pack.slug) for one in Decision.objects.filter(case=case).select_related("by").order_by("number")]
    decided = [*before.get("decisions", ()), *own]
    return Matter(
        case.reference, case.stage, case.received_at, case.recorded_at,
        office={"slug": pack.slug, "name": {"en": pack.name("en"), "cy": pack.name("cy")}},
        references=elsewhere(before), complainant=person_of(case),
        contacts=list(Contact.objects.filter(case=case).order_by("received_at", "pk").values(*CONTACT)),
        allegations=allegations(case, [one.pk for one in named], lists, any_chosen=bool(before or verbs & CHOSEN)),
        officers=[model_to_dict(officer, OFFICER) for officer in named],
        decisions=decided, attempts=[*before.get("recovery", ()), *attempts(case)],
        events=[told(event, pack.slug) for event in log],
        documents=documents(case if verbs & FILED else None, before), keep_from=kept_out(case) if "walled" in verbs else {},
        restriction=case.restriction, clear_at=became_clear(case) if any(one["must_refer"] for one in own) else None,
        referral=referral_of(case) if "referral_written" in verbs else {},
        owner="" if decided else findings(case)["authority"].conclusion or "",
        version=case.version, we_decide=held is not None and held.model >= 2,
        has_tree=bool(lists("categories").in_force(on)),
    )  # fmt: skip


def became_clear(case: Case) -> datetime | None:
    """When the duty to refer became clear, from which the law counts its day (CMR 2020 reg 4(2))."""
    return Answers.objects.filter(case=case).values_list("clear_at", flat=True).first()


def elsewhere(before: Pack) -> list[dict[str, Any]]:
    """What the offices that had it before called it."""
    if not before:
        return []
    return [*before["references"], {"office": before["from"]["slug"], "reference": before["reference"]}]


def attempts(case: Case) -> list[Pack]:
    return list(Attempt.objects.filter(case=case).order_by("pk").values("offer", "at", "content"))


def decision(one: Decision, slug: str) -> Pack:
    return {**{key: getattr(one, key) for key in DECISION}, "by": one.by.name, "office": slug}


def told(event: Event, slug: str) -> Pack:
    """One line of the chronology. What happened elsewhere is told as that office told it."""
    facts = event.facts
    if event.verb == BEFORE:
        return {"at": event.at, **{key: facts[key] for key in ("verb", "office", *TOLD) if key in facts}}
    return {"at": event.at, "verb": event.verb, "office": slug, **{key: facts[key] for key in TOLD if key in facts}}


def documents(case: Case | None, before: Pack) -> list[Pack]:
    """Every document with its hash; None where there are none. Those another office named and that never came here are
    named too."""
    here = [
        {"name": one.name, "sha256": one.content.sha256, "size": one.content.size, "kind": one.content.kind, "at": one.at,
         "held": "sealed" if one.content.sealed_for else "here"}
        for one in (for_case(case) if case else ())
    ]  # fmt: skip
    known = {one["sha256"] for one in here}
    return [*here, *({**one, "held": "elsewhere"} for one in before.get("documents", ()) if one["sha256"] not in known)]


def kept_out(case: Case) -> dict[str, list[dict[str, str]]]:
    """Who of each receiving body is kept out of this case, so that it is not given to them there. One query."""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    walls = Wall.objects.filter(case=case, cleared_at=None, handler__team__kind__in=BODIES)
    for wall in walls.select_related("handler__team").order_by("pk"):
        found[wall.handler.team.kind].append({"name": wall.handler.name, "why": wall.why})
    return dict(found)


def person_of(case: Case) -> dict[str, Any]:
    person: Person | None = case.complainant
    if person is None:
        return {}
    speaks = speaks_for(person)
    details = model_to_dict(person, PERSON)
    details["language"] = case.language or person.language
    kept = protection(person)
    details |= {"safe_contact": dict(kept.safe_contact), "at_risk": kept.at_risk, "representative": None}
    if speaks:
        seen = speaks.consent_seen_on
        details["representative"] = {
            **model_to_dict(speaks.representative, SPEAKER),
            "capacity": speaks.capacity, "consent_seen_on": seen.isoformat() if seen else None,
        }  # fmt: skip
    return details


def allegations(case: Case, named: list[int], listed: Lists, *, any_chosen: bool) -> list[Pack]:
    """Every allegation with what was chosen for it, and the place of its officers among those of the pack."""
    found, on = chosen(case) if any_chosen else alone(case), day_of(case.received_at)
    if not found:
        return []
    lists = {which: listed(which) for which in ("categories", FACTORS, OUTCOMES, ACTIONS)}
    linked = Allegation.officers.through.objects.filter(allegation__case=case).order_by("pk")
    about = defaultdict(list)
    for row in linked.values("allegation_id", "officer_id"):
        if row["officer_id"] in named:
            about[row["allegation_id"]].append(named.index(row["officer_id"]) + 1)
    return [{**allegation(one, lists, on), "officers": about[one.allegation.pk]} for one in found]


def allegation(one: Chosen, lists: dict[str, Rows], on: date) -> Pack:
    """With its category in words; a code not in force that day goes with its code alone."""
    it = one.allegation
    named = lists["categories"].find(it.category, on)
    return {
        "number": it.number, "words": it.words, "category": it.category, "edition": it.edition,
        "category_words": {"en": named.en, "cy": named.cy} if named else {},
        **{which: [coded(choice.code, choice.on, lists[which]) for choice in one.of(which)]
           for which in (FACTORS, OUTCOMES, ACTIONS)},
    }  # fmt: skip


def coded(code: str, on: date, rows: Rows) -> Pack:
    """A code as it was chosen: its names of that day, and whether they are from general knowledge [recalled]."""
    row = rows.readable(code, on)
    words = {"en": row.en, "cy": row.cy} if row else {}
    return {"code": code, "on": on.isoformat(), "words": words, "recalled": row.recalled if row else ""}


def rests(handover: Handover) -> list[Rest]:
    """What was sent after a hand-over, the oldest first, without the packs."""
    return list(Rest.objects.filter(handover=handover).select_related("by").defer("pack").order_by("pk"))


def rest_of(case: Case, number: int) -> Rest | None:
    return Rest.objects.filter(handover__case=case, pk=number).select_related("handover").first()


def follows(handover: Handover, matter: Matter, made: Pack) -> Following:
    """What may follow a hand-over that went with something missing, by a pack made now."""
    return following(handover.pack, [one.parts for one in rests(handover)], lacks(matter, made, handover.body))


def taken_in(case: Case) -> TakenIn | None:
    return TakenIn.objects.filter(case=case).first()


def taken(open_cases: QuerySet[Case]) -> list[TakenIn]:
    """The packs taken in last, of the cases somebody may open. One query."""
    found = TakenIn.objects.filter(case__in=open_cases).select_related("case", "by").defer("pack")
    return list(found.order_by("-pk")[:20])


def referral_of(case: Case) -> dict[str, str]:
    found = Referral.objects.filter(case=case).first()
    return dict(found.answers) if found else {}
