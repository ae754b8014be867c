"""The reach a team has of one case while it is with them. Only actions and owed work call this, in their transactions."""

from datetime import datetime

from putright.cases.actions import WITH_SUPERVISOR, end_grants

from .models import Allocation


def of(allocation: Allocation) -> str:
    """Why the team's grant was given; what ends it finds it by this."""
    return f"{WITH_SUPERVISOR} {allocation.pk}"


def end(allocation: Allocation | None, *, at: datetime) -> None:
    """The case is no longer with them, and from their next request no longer theirs to open."""
    if allocation is not None:
        Allocation.objects.filter(pk=allocation.pk, ended_at=None).update(ended_at=at)
        end_grants(allocation.case, of(allocation), at=at)
