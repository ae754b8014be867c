"""Writing letters, and saying what became of them. A letter is made whole: words, medium, address and PDF (making.py)."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.cases.remit import check_remit
from putright.contacts.channels.email.addresses import message_id_for
from putright.people.gates import check
from putright.people.models import Handler
from putright.people.remit import Function

from . import page_code
from .kinds import DECISIONS
from .making import make
from .models import FAILED, KEPT, MADE, SENT, UNCERTAIN, Letter
from .refusals import AlreadySettled


@transaction.atomic
def write_letter(
    case: Case, kind: str, values: Mapping[str, str], *, by: Handler | None, at: datetime, owed_key: str | None = None
) -> Letter:
    """Make a letter and keep it; the rounds send it. `values` are the handler's own words, by name (kinds.py).

    Refuses PartMissing when a part the law requires is not there, NotAllowed by role, and OutsideRemit when the letter tells
    of a decision and this person may not notify it (PRA 2002 s.13A; CMR 2020 reg 50). Raises IntegrityError for an
    `owed_key` that already has its letter. Where there is no safe way to send it, it is kept for a person to tell."""
    if by is not None:
        check(by, "letters.write")
        if kind in DECISIONS:
            check_remit(case, by, Function.NOTIFY)
    letter = make(case, kind, values, by=by, at=at)
    letter.owed_key, letter.message_id = owed_key, message_id_for(case)
    told = page_code.keep(letter, by=by, at=at)
    letter.save()
    facts = told | {"letter": letter.pk, "kind": kind, "language": letter.language, "medium": letter.medium}
    write(case, Line("wrote", at, by, "" if by else "rounds", facts=facts))
    return letter


@transaction.atomic
def note_sent(letter: Letter, *, by: Handler | None, at: datetime) -> None:
    """The letter was taken, or is out to be printed. From now on the database refuses to change it. Twice is once.

    The rounds say so for a letter that went; a person for one that was in doubt. Refuses NotAllowed by role."""
    if by is not None:
        check(by, "letters.settle")
    row = Letter.objects.select_for_update(of=("self",)).select_related("case").get(pk=letter.pk)
    if row.status == SENT:
        return
    row.status, row.sent_at, row.trouble = SENT, at, ""
    row.save(update_fields=["status", "sent_at", "trouble"])
    facts = {"letter": row.pk, "kind": row.kind, "medium": row.medium}
    write(row.case, Line("sent", at, by, "" if by else "rounds", facts=facts))


@transaction.atomic
def settle(letter: Letter, *, told: bool, by: Handler, at: datetime) -> None:
    """Say what happened to a letter that did not simply go: they have been told, or it is to be offered again.

    It is offered again under the same Message-ID. Refuses AlreadySettled when nothing is in doubt, or when there is no
    way to send it; NotAllowed by role."""
    check(by, "letters.settle")
    row = Letter.objects.select_for_update(of=("self",)).select_related("case").get(pk=letter.pk)
    if row.status not in ({UNCERTAIN, FAILED, KEPT} if told else {UNCERTAIN, FAILED}):
        raise AlreadySettled
    if told:
        note_sent(row, by=by, at=at)
        return
    row.status, row.again = MADE, row.again + 1
    row.save(update_fields=["status", "again"])
    write(row.case, Line("offered_again", at, by, facts={"letter": row.pk, "kind": row.kind, "medium": row.medium}))
