"""The print queue: letters on paper are printed together by a person, and are sent when that person says so."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from putright.cases.models import Case
from putright.letters.drawn import is_large
from putright.letters.models import GOING, MADE, Letter
from putright.people.gates import check
from putright.people.models import Handler

from . import queries
from .actions import note_sent
from .models import Batch, InBatch
from .refusals import AlreadySettled
from .sending import note_trouble, why_not

MOST = 100  # letters in one batch: a tray of paper


@transaction.atomic
def make_batch(cases: QuerySet[Case], *, large: bool, by: Handler, at: datetime) -> Batch | None:
    """Take the letters that wait longest into one batch. From then on they can no longer be pulled back; one that may no
    longer go is left out and shown on the outbox. None when nothing is left to print. Refuses NotAllowed by role."""
    check(by, "outbox.work")
    fit = []
    for letter in queries.to_print(cases, at=at).select_for_update(of=("self",)):
        if is_large(letter) != large:
            continue
        if trouble := why_not(letter, at=at):
            note_trouble(letter, *trouble)
        else:
            fit.append(letter)
        if len(fit) == MOST:
            break
    if not fit:
        return None
    made = Batch.objects.create(large=large, by=by, at=at)
    InBatch.objects.bulk_create([InBatch(batch=made, letter=one, place=place) for place, one in enumerate(fit, 1)])
    Letter.objects.filter(pk__in=[one.pk for one in fit]).update(status=GOING)
    return made


@transaction.atomic
def printed(batch: Batch, left_out: set[int], *, by: Handler, at: datetime) -> None:
    """They are printed and in their envelopes: each is sent, but for those in `left_out` (keys of letters), which wait for
    another batch. Refuses AlreadySettled; NotAllowed by role."""
    check(by, "outbox.work")
    row = Batch.objects.select_for_update().get(pk=batch.pk)
    if row.printed_at:
        raise AlreadySettled
    row.printed_by, row.printed_at = by, at
    row.save(update_fields=["printed_by", "printed_at"])
    row.places.filter(letter__in=left_out).update(left_out=True)
    Letter.objects.filter(pk__in=left_out, status=GOING).update(status=MADE)
    for letter in queries.in_batch(row):
        note_sent(letter, by=by, at=at)
