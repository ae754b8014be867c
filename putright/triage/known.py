"""What the file already knows, so that nobody asks it again. No Django: plain values of the file go in, answers come out.

Only what the file says outright. A person's own yes or no replaces it; it replaces “not known”."""

from collections.abc import Iterable
from dataclasses import dataclass

from putright.people.remit import Worker

from .rules import OWNER, Facts

# Ranks of the police of England and Wales, in lower case. Senior: above chief superintendent (CMR 2020 reg 32(a)).
CHIEF = frozenset({"chief constable", "acting chief constable", "temporary chief constable", "commissioner of police"})
SENIOR = CHIEF | {"deputy chief constable", "assistant chief constable", "dcc", "acc", "commander"}
RANKS = frozenset({
    "pc", "constable", "police constable", "dc", "detective constable", "sc", "special constable", "pcso", "sgt", "sergeant",
    "police sergeant", "ds", "detective sergeant", "insp", "inspector", "di", "detective inspector", "chief inspector",
    "dci", "detective chief inspector", "supt", "superintendent", "detective superintendent", "chief superintendent",
    "detective chief superintendent",
})  # fmt: skip
SENDS = frozenset({"web", "phone", "email", "chat", "letter", "counter", "officer"})  # a remark seen elsewhere is not sent
FIRST_MET = {"first_met_by_psd": "standards", "first_met_by_local_police": "local", "first_met_by_101": "101"}
HOLDERS = {"chief_officer": "about_chief_officer_conduct", "commissioner": "about_commissioner_or_deputy"}
SERVING, SERVICE = "about_someone_serving_here", "about_service_or_policy_here"


@dataclass(frozen=True)
class Filed:
    """The few things of the file that answer a question. `asked_then`: the process of 2014 applies to it."""

    channel: str = ""
    via: str = ""
    kind: str = ""
    settled: bool = False
    in_hours: bool = False
    asked_then: bool = False
    officers: tuple[tuple[str, str, bool, bool], ...] = ()  # rank, office held, is the force itself, is identified
    spoken_for: bool = False
    consent_seen: bool = False
    at_risk: bool = False  # by the warnings of everybody who is one with them
    seen_on_social: tuple[tuple[str, str], ...] = ()  # facts answered when it was written down, each yes or no


@dataclass(frozen=True)
class Given:
    """An answer the file gives, and where in the file it stands (a key of forms.WHERE)."""

    answer: str
    where: str


def answers(filed: Filed) -> dict[str, Given]:
    told: dict[str, Given] = {}
    if filed.channel in SENDS:
        told["sent_to_us"] = Given("yes", "channel")
    if filed.spoken_for:
        told["made_for_another"] = Given("yes", "speaker")
    if filed.consent_seen:
        told["written_consent"] = Given("yes", "speaker")
    if filed.at_risk:
        told["vulnerable"] = Given("yes", "person")
    for kind, fact in (("compliment", "gives_thanks"), ("enquiry", "asks_a_question")):
        if filed.kind == kind:
            told[fact] = Given("yes", "kind")
    told |= {fact: Given(answer, "social") for fact, answer in filed.seen_on_social}
    told |= {fact: Given(answer, "officers") for fact, answer in _about(filed.officers).items()}
    return told | ({fact: Given(*given) for fact, given in _then(filed).items()} if filed.asked_then else {})


def _about(officers: Iterable[tuple[str, str, bool, bool]]) -> Facts:
    """Whose it is, when everybody named is somebody; and whether a senior officer is among them, when every rank is known."""
    owners, ranks = set(), set()
    for rank, office, force, identified in officers:
        rank = rank.strip().lower()
        held = HOLDERS.get(office) or ("about_chief_officer_conduct" if rank in CHIEF else "")
        if not (held or force or identified):
            return {}
        owners.add(held or (SERVICE if force else SERVING))
        ranks.add("chief constable" if held == HOLDERS["chief_officer"] else "" if force or held else rank or "?")
    if not owners:
        return {}
    facts = {fact: "yes" if fact in owners else "no" for fact in OWNER}
    if ranks & SENIOR:
        facts["about_senior_officer"] = "yes"
    elif ranks <= RANKS | {""}:
        facts["about_senior_officer"] = "no"
    return facts


def _then(filed: Filed) -> dict[str, tuple[str, str]]:
    """Processes A to E of 2014: who met it first, in or out of the team's hours."""
    met = {fact: ("yes" if filed.via == who else "no", "via") for fact, who in FIRST_MET.items()}
    return met | {
        "joint_team_in_place": ("yes", "office"),
        "within_team_hours": ("yes" if filed.in_hours else "no", "hours"),
        "put_right_there_and_then": ("yes" if filed.settled else "no", "via"),
    }


def of_worker(worker: Worker) -> dict[str, str]:
    """What the law asks about the person at the screen (CMR 2020 reg 50). Deciding and putting right never are reserved."""
    told = {
        "is_a_constable": worker.is_constable, "employed_by_chief_officer": worker.employer == "chief_constable",
        "works_for_another_policing_body": worker.employer == "other", "impartiality_doubted": worker.conflicted,
        "under_office_direction": worker.directed_by == "commissioner", "work_is_reserved_to_the_force": False,
    }  # fmt: skip
    return {fact: "yes" if holds else "no" for fact, holds in told.items()}
