"""What clocks owe: a hint of when to look at a case again whenever it has changed, and a notice when a promise falls due.

Hints only for cases still open, or hinted before: imported history that was finished when it came is never looked at. A
hint holds no truth: a wrong or missing one only changes when a case is looked at, never what is shown."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from putright.cases.models import Case, Event

from . import sweeping
from .models import Hint, Notice
from .promises import UNDATED
from .queries import countings_of

PREFIX = "clocks:"
SWEEP = "sweep"


def stale() -> QuerySet[Case]:
    """Cases whose hint is missing or older than their log."""
    hint = Hint.objects.filter(case=OuterRef("pk"))
    never = Q(finished_at=None, version__gt=0) & ~Exists(hint)
    return Case.objects.filter(never | Exists(hint.filter(version__lt=OuterRef("version"))))


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """Cases that have changed since they were last hinted, as (key, when they changed), longest ago first; then, once no
    hint is behind, one sweep over what has fallen due."""
    changed = Event.objects.filter(case=OuterRef("pk"), seq=OuterRef("version")).values("at")
    rows = stale().annotate(changed_at=Subquery(changed[:1])).order_by("changed_at", "pk")
    behind = False
    for pk, version, changed_at in rows.values_list("pk", "version", "changed_at")[:limit]:
        behind = True
        yield f"{PREFIX}{pk}:{version}", changed_at or at
    first = None if behind else sweeping.waiting(at).first()
    if first is not None and first.look_at is not None:
        yield f"{PREFIX}{SWEEP}:{first.look_at.isoformat()}:{first.case_id}", first.look_at


def fulfil(key: str, *, at: datetime) -> None:
    """Write down what is due next on that case as its log stands now, or sweep. Done again, it changes nothing."""
    if key.split(":")[1] == SWEEP:
        sweeping.sweep(at)
    else:
        _hint(int(key.split(":")[1]), at)


@transaction.atomic
def _hint(pk: int, at: datetime) -> None:
    """Never puts an older hint over a newer one."""
    case = Case.objects.select_for_update(no_key=True).get(pk=pk)
    found = [one for one in countings_of(case, at) if one.run.is_open]
    first = min(found, key=lambda one: one.binds_at or UNDATED, default=None)
    noticed = set(Notice.objects.filter(case=case).values_list("promise", "started_at", "kind", "fell_at"))
    looks = [one.look_at for one in sweeping.to_notice(found) if one.key not in noticed]
    values = {
        "next_due_at": first and first.binds_at, "promise": first.made.name if first else "", "version": case.version,
        "look_at": min(looks, default=None),
    }  # fmt: skip
    Hint.objects.update_or_create(case=case, defaults=values)
