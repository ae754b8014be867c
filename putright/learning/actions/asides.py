"""Setting a theme, or something that was heard, aside for a while; and bringing it back."""

from datetime import date, datetime

from django.db import transaction

from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler

from .. import rules
from ..models import Aside
from ..refusals import AsideAlready, BackTooSoon


@transaction.atomic
def set_aside(what: str, why: str, until: date, *, by: Handler, at: datetime) -> Aside:
    """Nobody looks at it until that day, for that reason. Refuses AsideAlready, BackTooSoon when the day is not within the
    coming year, NotAllowed."""
    check(by, "learning.note")
    today = day_of(at)
    if not today < until <= today + rules.LONGEST:
        raise BackTooSoon
    before = Aside.objects.select_for_update().filter(what=what, back_at=None).first()
    if before and before.until > today:
        raise AsideAlready
    if before:  # its day came; nobody pressed
        Aside.objects.filter(pk=before.pk).update(back_at=at)
    return Aside.objects.create(what=what, why=why, until=until, at=at, by=by)


@transaction.atomic
def bring_back(row: Aside, *, by: Handler, at: datetime) -> None:
    """It is looked at again from now on. Twice is once. Refuses NotAllowed."""
    check(by, "learning.note")
    Aside.objects.filter(pk=row.pk, back_at=None).update(back_at=at, back_by=by)
