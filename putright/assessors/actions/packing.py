"""Freezing a pack."""

import hashlib
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from putright.cases.models import Case
from putright.people.gates import check
from putright.people.models import Handler

from .. import building
from ..models import Cycle, Pack, PackCase
from ..refusals import NotFit, NothingToShow, TooBig

MOST = 60 * 1024 * 1024


def freeze(cycle: Cycle, open_cases: QuerySet[Case], *, leave_out: bool = False, by: Handler, at: datetime) -> Pack:
    """Put everything this person may see that is ready into one ZIP of plain pages, and keep it for good with its fingerprint.
    The pages of files are drawn before the transaction begins: that takes seconds.

    Refuses NotFit with each item that is not ready and why, unless `leave_out`; a narrative that tells how to reach somebody
    is never left out, but mended. NothingToShow, TooBig, NotAllowed."""
    check(by, "assessors.lead")
    found = building.gathered(cycle, open_cases, at)
    wrong = found.narratives if leave_out else found.wrong
    if wrong:
        raise NotFit(wrong)
    if not found.scores and not found.items:
        raise NothingToShow
    body = building.zipped(cycle, found, at)
    if len(body) > MOST:
        raise TooBig
    with transaction.atomic():
        made = Pack.objects.create(
            cycle=cycle,
            body=body,
            sha256=hashlib.sha256(body).hexdigest(),
            size=len(body),
            told=found.told,
            at=at,
            by=by,
        )
        cases = {item.case_id for item in found.items if item.case_id}
        PackCase.objects.bulk_create([PackCase(pack=made, case_id=pk) for pk in sorted(cases)])
    return made
