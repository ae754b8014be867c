"""Setting a warning aside."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from putright.people.gates import check
from putright.people.models import Handler

from . import queries
from .models import Dismissed
from .refusals import AsideAlready, NoWarning, SayWhy


@dataclass(frozen=True)
class Which:
    """A month of a reason or an area."""

    which: str
    code: str
    begins: date


@transaction.atomic
def dismiss(warning: Which, why: str, *, by: Handler, at: datetime) -> Dismissed:
    """Set a warning aside, with the reason. Refuses NoWarning where none stands, AsideAlready, SayWhy, NotAllowed."""
    check(by, "warnings.dismiss")
    if not why.strip():
        raise SayWhy
    Handler.objects.select_for_update().get(pk=by.pk)
    standing = {one.judged.period.begins for one in queries.of(warning.which, warning.code, at) if one.judged.fired}
    if warning.begins not in standing:
        raise NoWarning
    row, made = Dismissed.objects.get_or_create(**vars(warning), defaults={"why": why.strip(), "by": by, "at": at})
    if not made:
        raise AsideAlready
    return row
