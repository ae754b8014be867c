"""What was tried to put it right."""

from collections.abc import Iterable
from datetime import date

from putright.cases.models import Case
from putright.cases.rules import leaves
from putright.codes.rules import Row, Rows
from putright.law.calendar import day_of

from .models import Attempt

OFFERS = "offers"  # the list of what is offered


class NoSuchAttempt(LookupError):
    """That try is not on this case."""


def attempts(case: Case) -> list[Attempt]:
    """Every try on the case, the latest first: one query."""
    return list(Attempt.objects.filter(case=case).select_related("by").order_by("-at", "-pk"))


def attempt(case: Case, number: int) -> Attempt:
    """One try of this very case; NoSuchAttempt for another's."""
    found = Attempt.objects.filter(case=case, pk=number).select_related("case", "by").first()
    if found is None:
        raise NoSuchAttempt(number)
    return found


def offered(listed: Rows, on: date) -> tuple[Row, ...]:
    """What may be offered that day."""
    return leaves(listed, on)


def called(tried: Iterable[Attempt], listed: Rows, language: str) -> dict[int, str]:
    """The key of a try -> what was offered, by the name it had that day."""
    return {one.pk: listed.name(one.offer, day_of(one.at), language) for one in tried}
