"""Changing what a kind of contact asks: holds all questions, makes one change, and writes the lists' history."""

from datetime import datetime

from django.db import transaction

from putright.people.gates import check
from putright.people.models import Handler

from ..history import write
from ..models import CodeList, KindQuestion
from ..refusals import ChangedMeanwhile
from .queries import Planned
from .seeds import LIST, column, held


@transaction.atomic
def change_questions(planned: Planned, why: str, *, by: Handler, at: datetime) -> None:
    """Make the change that was shown. Answers already given keep the row they were given to, and its words.

    Refuses by role, and ChangedMeanwhile when the questions changed after they were looked at."""
    check(by, "codes.change")
    listed = held(at)
    if listed.version != planned.version:
        raise ChangedMeanwhile
    old, new = planned.old, planned.new
    if old:
        rows = KindQuestion.objects.filter(topic=old.topic, name=old.name, since=old.since)
        rows.update(until=old.until, changed_by=by, changed_at=at)
    if new:
        column(new, by, at).save(force_insert=True)
    CodeList.objects.filter(pk=listed.pk).update(version=listed.version + 1)
    verb = "reworded" if old and new else "added" if new else "ended"
    write(LIST, [(verb, row) for row in (new or old,) if row], why, by=by, at=at)
