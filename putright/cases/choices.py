"""What was chosen for an allegation from the dated lists: its factors, its outcome, and what was done because of it.

Each keeps the day by whose list it was chosen, so that it keeps the name it had: a factor the day the complaint was
received, as a category; an outcome and an action the day they were decided."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from putright.codes.queries import code_list
from putright.codes.refusals import NotListed
from putright.codes.rules import Row, Rows

from . import rules
from .models import Allegation, Case, Choice
from .refusals import NoSuchAllegation

FACTORS, OUTCOMES, ACTIONS = "factors", "outcomes", "actions"


@dataclass(frozen=True)
class Result:
    """What came of one allegation: an outcome, and the actions taken because of it, by their codes."""

    outcome: str
    actions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chosen:
    """An allegation with everything chosen for it, in the order of choosing."""

    allegation: Allegation
    recorded: bool = False
    choices: tuple[Choice, ...] = ()

    def of(self, which: str) -> tuple[Choice, ...]:
        return tuple(one for one in self.choices if one.which == which)


def chosen(case: Case) -> list[Chosen]:
    """Every allegation of a case with its choices. Two queries."""
    found: dict[int, list[Choice]] = {}
    for one in Choice.objects.filter(allegation__case=case).order_by("pk"):
        found.setdefault(one.allegation_id, []).append(one)
    listed = Allegation.objects.filter(case=case).order_by("number")
    return [Chosen(one, case.recorded_at is not None, tuple(found.get(one.pk, ()))) for one in listed]


def alone(case: Case) -> list[Chosen]:
    """Every allegation of a case of which nothing was chosen yet. One query."""
    return [Chosen(one, case.recorded_at is not None) for one in Allegation.objects.filter(case=case).order_by("number")]


def open_to(one: Chosen, which: str, listed: Rows, on: date) -> tuple[Row, ...]:
    """What may be chosen for an allegation that day: what is in force, and what stands chosen though it has ended since."""
    now = rules.leaves(listed, on)
    here = {row.code for row in now}
    ended = (listed.readable(choice.code, choice.on) for choice in one.of(which) if choice.code not in here)
    rows = (*now, *(row for row in ended if row))
    if which != OUTCOMES:
        return rows
    return tuple(row for row in rows if rules.fits(row, recorded=one.recorded))


def lacking(case: Case, on: date) -> list[Chosen]:
    """The allegations with no outcome yet, or with one of before the case was recorded. None where the list is empty that
    day, as in a year before the scheme: nobody is asked for what nobody can give."""
    alleged = chosen(case)
    if not alleged:
        return []
    listed = code_list(OUTCOMES)
    if not any(rules.fits(row, recorded=alleged[0].recorded) for row in rules.leaves(listed, on)):
        return []
    return [one for one in alleged if not _stands(one, listed)]


def _stands(one: Chosen, listed: Rows) -> bool:
    rows = (listed.readable(choice.code, choice.on) for choice in one.of(OUTCOMES))
    return any(row is not None and rules.fits(row, recorded=one.recorded) for row in rows)


def numbered(case: Case, number: int) -> Chosen:
    """The allegation of that number with its choices. Refuses NoSuchAllegation."""
    found = next((one for one in chosen(case) if one.allegation.number == number), None)
    if found is None:
        raise NoSuchAllegation
    return found


def choose(one: Chosen, which: str, codes: Iterable[str], listed: Rows, on: date) -> bool:
    """Put these codes in the place of what was chosen before, within an action. Says whether anything is different.

    Refuses NotListed for a code that may not be chosen (`open_to`)."""
    wanted, before = list(dict.fromkeys(codes)), {choice.code for choice in one.of(which)}
    allowed = {row.code for row in open_to(one, which, listed, on)}
    for code in wanted:
        if code not in allowed:
            raise NotListed(code)
    if set(wanted) == before:
        return False
    Choice.objects.filter(allegation=one.allegation, which=which).exclude(code__in=wanted).delete()
    new = [code for code in wanted if code not in before]
    Choice.objects.bulk_create(Choice(allegation=one.allegation, which=which, code=code, on=on) for code in new)
    return True


def conclude(case: Case, results: Mapping[int, Result], on: date) -> list[dict[str, object]]:
    """Choose what came of those allegations, within an action. The facts of each that is different from before."""
    outcomes, actions, facts = code_list(OUTCOMES), code_list(ACTIONS), []
    for number, result in sorted(results.items()):
        one = numbered(case, number)
        different = [choose(one, OUTCOMES, [result.outcome], outcomes, on), choose(one, ACTIONS, result.actions, actions, on)]
        if any(different):
            facts.append({"number": number, "outcome": result.outcome, "actions": list(result.actions)})
    return facts
