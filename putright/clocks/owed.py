"""The hint of when to look at a case again is owed whenever the case has changed since the last one.

Only for cases still open, or hinted before: imported history that was finished when it came is never looked at. The
hint holds no truth: a wrong or missing one only changes when a case is looked at, never what is shown."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from putright.cases.models import Case, Event

from .models import Hint
from .promises import next_due
from .queries import for_case

PREFIX = "clocks:"


def stale() -> QuerySet[Case]:
    """Cases whose hint is missing or older than their log."""
    hint = Hint.objects.filter(case=OuterRef("pk"))
    never = Q(finished_at=None, version__gt=0) & ~Exists(hint)
    return Case.objects.filter(never | Exists(hint.filter(version__lt=OuterRef("version"))))


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """Cases that have changed since they were last hinted, as (key, when they changed), longest ago first."""
    changed = Event.objects.filter(case=OuterRef("pk"), seq=OuterRef("version")).values("at")
    rows = stale().annotate(changed_at=Subquery(changed[:1])).order_by("changed_at", "pk")
    for pk, version, changed_at in rows.values_list("pk", "version", "changed_at")[:limit]:
        yield f"{PREFIX}{pk}:{version}", changed_at or at


@transaction.atomic
def fulfil(key: str, *, at: datetime) -> None:
    """Write down what is due next on that case as its log stands now. Never puts an older hint over a newer one."""
    case = Case.objects.select_for_update(no_key=True).get(pk=int(key.split(":")[1]))
    first = next_due(for_case(case, at))
    values = {"next_due_at": first and first.due_at, "promise": first.promise if first else "", "version": case.version}
    Hint.objects.update_or_create(case=case, defaults=values)
