"""What was tried to put it right."""

from putright.cases.models import Case

from .models import Attempt


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
