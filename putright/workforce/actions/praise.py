"""Thanks received, and sharing them."""

from datetime import date, datetime

from django.db import transaction

from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.people.gates import check
from putright.people.models import Handler

from ..models import Thanks
from ..refusals import NotYours


@transaction.atomic
def note_thanks(
    words: str, to: Handler | None, on: date, *, by: Handler, at: datetime, case: Case | None = None
) -> Thanks:
    """Write down thanks to one person, or to the whole team (nobody in particular). Refuses NotAllowed by role.

    What is for the team the team sees at once; what is for one is theirs until they share it."""
    check(by, "workforce.write")
    thanks = Thanks.objects.create(words=words, to=to, on=on, case=case, agreed_at=None if to else at, at=at, by=by)
    if case is not None:
        write(case, Line("thanks_noted", at, by, facts={"thanks": thanks.pk, "to": to.pk if to else None}))
    return thanks


@transaction.atomic
def share(thanks: Thanks, *, by: Handler, at: datetime) -> None:
    """The person thanked lets the team see it. Twice changes nothing. Refuses NotYours, NotAllowed by role."""
    check(by, "workforce.look")
    if thanks.to_id != by.pk:
        raise NotYours
    Thanks.objects.filter(pk=thanks.pk, agreed_at=None).update(agreed_at=at)
