"""The one door from a page to a case. Whatever comes through it is noted, and leaves one access row for the response."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest

from putright.people.models import Handler

from . import queries
from .models import Access, AccessCase, Case


def case(request: HttpRequest, reference: str) -> Case:
    """The case of that reference for the person signed in; NoSuchCase (404) if it is missing, walled or not theirs."""
    found = queries.one_open_to(request.handler, reference, at=request.at)
    seen(request, [found])
    return found


def cases(request: HttpRequest) -> QuerySet[Case]:
    """All cases open to the person signed in, to filter and list. Pass what is shown to `seen`."""
    return queries.open_to(request.handler, at=request.at)


def seen(request: HttpRequest, shown: Iterable[Case]) -> None:
    """Say which cases this response shows anything of."""
    request.seen_cases = getattr(request, "seen_cases", set()) | {c.pk for c in shown}


def write_access(request: HttpRequest) -> None:
    """Leave one access row for a response that showed any case. Called once per response by config.gates."""
    shown: set[int] = getattr(request, "seen_cases", set())
    if not shown:
        return
    handler: Handler | None = getattr(request, "handler", None) or None
    if handler is None:
        return
    page = request.resolver_match.view_name if request.resolver_match else ""
    with transaction.atomic():  # only here: a response that showed nothing must not wait for the database's one writer
        row = Access.objects.create(request_id=request.number, handler_id=handler.pk, at=request.at, page=page[:60])
        AccessCase.objects.bulk_create([AccessCase(access=row, case_id=pk) for pk in sorted(shown)])
