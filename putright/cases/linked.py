"""Who may not be chosen for a case: those complained of, their line, those kept out of it, and by office those who answer to
whom it is about (CMR 2020 reg 50: impartiality must not reasonably be doubted).

A page leaves them out of its lists and an action refuses them with `NotThem`, which does not say why."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from putright.people.models import Handler, Officer
from putright.people.rules import RANKS, fold, may_be, same_number

from .models import Case, ComplainedOf, Wall

MAY_BE = "may be the officer named"
IN_WORDS = "may be named in what was said"
# The holder of an office, and whose people cannot be impartial about them.
EMPLOYS = {"chief_officer": "chief_constable", "commissioner": "commissioner"}


def linked_many(cases: Iterable[Case], *, manager_may: bool = False) -> dict[int, frozenset[int]]:
    """By case, who may not be chosen for it. Three queries however many cases. `manager_may`: the office lets the manager of
    whoever is complained of be asked to put it right (allocation.queries.apart)."""
    pks = [case.pk for case in cases]
    apart: dict[int, set[int]] = defaultdict(set)
    suspects: dict[int, set[int]] = defaultdict(set)
    offices: dict[int, set[str]] = defaultdict(set)
    named = ComplainedOf.objects.filter(case__in=pks).values_list("case", "handler", "officer__office_holder")
    for pk, handler, office_holder in named:
        suspects[pk] |= {handler} - {None}
        offices[pk] |= {EMPLOYS.get(office_holder, "")} - {""}
    for pk, handler, why in Wall.objects.filter(case__in=pks, cleared_at=None).values_list("case", "handler", "why"):
        apart[pk].add(handler)
        suspects[pk] |= {handler} if why in (MAY_BE, IN_WORDS) else set()
    if not any((apart, suspects, offices)):
        return {pk: frozenset() for pk in pks}
    rows = list(Handler.objects.values_list("pk", "managed_by", "employer"))
    line = {pk: boss for pk, boss, _ in rows}
    return {
        pk: frozenset(
            apart[pk]
            | _with_line(suspects[pk], line, spared=manager_may)
            | {one for one, _, employer in rows if employer in offices[pk]}
        )
        for pk in pks
    }


def linked(case: Case, *, manager_may: bool = False) -> frozenset[int]:
    """Primary keys of the handlers who may not be chosen for this case. Two queries; three where there is anybody."""
    return linked_many([case], manager_may=manager_may)[case.pk]


def _with_line(suspects: set[int], line: Mapping[int, int | None], *, spared: bool) -> set[int]:
    """They, everybody above them, and those who answer to them directly; without their own managers where those are spared."""
    found, managers = set(suspects), {line.get(one) for one in suspects} if spared else set()
    for one in suspects:
        boss = line.get(one)
        while boss and boss not in found:
            found.add(boss)
            boss = line.get(boss)
    found |= {pk for pk, boss in line.items() if boss in suspects}
    return found - (managers - suspects)


def may_be_linked(case: Case, name: str, number: str = "", *, manager_may: bool = False) -> bool:
    """Whether somebody without a log-in, by what they are called, may be one of those. Leans to yes, as walls do."""
    said = _without_rank(name)
    officers = Officer.objects.filter(pk__in=ComplainedOf.objects.filter(case=case).values("officer"))
    for officer in officers:
        theirs = _without_rank(officer.name)
        alike = may_be(theirs, said) or may_be(said, theirs)
        if officer.office_holder == "chief_officer" or alike or same_number(officer.collar_number, number):
            return True
    there = Handler.objects.filter(pk__in=linked(case, manager_may=manager_may))
    return any(may_be(said, fold(one.name)) or same_number(one.collar_number, number) for one in there)


def _without_rank(name: str) -> str:
    """Either of the two may be the one with the rank before it."""
    return " ".join(word for word in fold(name).split() if word not in RANKS)
