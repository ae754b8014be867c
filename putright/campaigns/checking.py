"""Who of a list may be asked, and by which way: worked out when it is loaded, and again when it goes. No writes."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

from putright.cases.models import Case
from putright.invited import queries as invites
from putright.invited import rules as wishes
from putright.people.models import Person
from putright.people.protect import Protection
from putright.people.same import protections

from . import queries, rules
from .models import Campaign, Entry
from .rules import Row

REFUSES = {rules.EMAIL: "no_email", rules.POST: "no_post"}


def entries(campaign: Campaign, rows: Sequence[Row], language: str) -> list[Entry]:
    """The rows of a file as entries, none of them checked yet. `language`: for whoever did not say one."""
    first = queries.newest(campaign) + 1
    return [
        Entry(campaign=campaign, number=first + n, digest=queries.digest(row.email, row.address), known_by=_known_by(row),
              **_kept(row) | {"language": row.language or language})
        for n, row in enumerate(rows)
    ]  # fmt: skip


def _kept(row: Row) -> dict[str, str]:
    """All of a row but the worker’s reference, of which only the keyed digest is kept."""
    return {name: value for name, value in asdict(row).items() if name != "reference"}


def _known_by(row: Row) -> str:
    """What tells somebody apart who has no address with us."""
    return queries.known_by(row.reference, row.name, row.worker)


def drawn(campaign: Campaign, cases: Sequence[Case], language: str) -> list[Entry]:
    """Those of our cases as entries, one for each person, by a way they did not refuse."""
    by_person = {one.complainant_id: one for one in reversed(cases)}  # the newest case of each
    first = queries.newest(campaign) + 1
    guarded = protections([one.complainant for one in by_person.values()])
    return [_drawn(campaign, first + n, case, guarded, language) for n, case in enumerate(reversed(by_person.values()))]


def _drawn(campaign: Campaign, number: int, case: Case, guarded: Mapping[int, Protection], language: str) -> Entry:
    person: Person = case.complainant
    safe = guarded[person.pk].safe_contact
    post = "\n".join(line for line in (person.address, person.postcode) if line) if person.address else ""
    there = {rules.EMAIL: person.email, rules.POST: post}
    ways = (rules.POST, rules.EMAIL) if person.prefers == "post" else (rules.EMAIL, rules.POST)
    way = next((way for way in ways if there[way] and not safe.get(REFUSES[way])), "")
    return Entry(
        campaign=campaign, number=number, name=person.name, email=person.email if way == rules.EMAIL else "",
        address=post if way == rules.POST else "", language=person.language or case.language or language,
        district=(case.team.slug if case.team.kind in ("local", "department") else ""), way=way,
        why="" if way else rules.NO_WAY, digest=queries.digest(person.email, post), person=person, case=case,
    )  # fmt: skip


def checked(campaign: Campaign, several: Sequence[Entry], *, at: datetime) -> list[Entry]:
    """The same entries, each with why nothing goes to it, if nothing does: who is somebody here is asked as they wish to be,
    and by no way they refused; an address is asked once, and never again when somebody said so there."""
    people = {one.number: [one.person] if one.person else [] for one in several}
    people |= queries.known([one for one in several if one.person is None])
    everybody = {person.pk: person for found in people.values() for person in found}
    guarded = protections(everybody.values()) if everybody else {}
    not_now = invites.not_now(everybody, at=at) if everybody else {}
    digests = [digest for one in several for digest in (one.digest, one.known_by)]
    silent, late = queries.unwilling(digests), queries.lately(digests, campaign, at=at)
    seen: set[str] = set()
    for one in several:
        if one.why:
            continue
        one.why = _theirs([not_now.get(person.pk, "") for person in people[one.number]], one, silent, late)
        if not one.why and any(guarded[person.pk].safe_contact.get(REFUSES.get(one.way, "")) for person in people[one.number]):
            one.why = rules.NO_SAFE_WAY
        marks = {one.digest, one.known_by} - {""}
        if not one.why and marks & seen:
            one.why = rules.TWICE
        seen |= marks
        one.way = "" if one.why else one.way
    return list(several)


def _theirs(said: Sequence[str], one: Entry, silent: set[str], late: set[str]) -> str:
    marks = {one.digest, one.known_by}
    if wishes.NO_WISH in said or marks & silent:
        return wishes.NO_WISH
    return wishes.RECENT if wishes.RECENT in said or marks & late else ""
