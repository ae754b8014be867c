"""Who was often in touch in a month, by the contacts a handler may see."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from putright.alike.often import callers
from putright.cases import door as cases
from putright.contacts import theirs
from putright.facts.months import Month
from putright.people.models import Person, Plan
from putright.people.plans import plans_of
from putright.people.queries import people

from ..people import door

MOST = 100  # names on the page; the figure beside them counts all


@dataclass(frozen=True)
class Row:
    """One frequent caller: the number they were written down by first, how often they were in touch, and their plan."""

    person: Person
    contacts: int
    last_at: datetime
    plan: Plan | None


def listed(request: HttpRequest, month: Month, fewest: int) -> tuple[list[Row], int]:
    """(up to a hundred rows, how many there are). Seven queries, however many contacts there were."""
    found = callers(month.start, month.end, fewest, cases.cases(request))
    some = found[:MOST]
    files = theirs.files(cases.cases(request), {pk for one in some for pk in one.people})
    known = {person.pk: person for person in people(files)}
    plan = {one.person_id: one for one in reversed(plans_of(list(files)))}
    rows = []
    for one in some:
        mine = sorted(one.people & known.keys())
        if mine:
            door.seen(request, [one.last_case])
            mark = next((plan[pk] for pk in mine if pk in plan), None)
            rows.append(Row(known[mine[0]], one.contacts, one.last_at, mark))
    return rows, len(found)
