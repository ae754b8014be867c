"""Writing letters. A letter is made whole: words, medium, address and PDF (making.py). What becomes of it: putright/outbox."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction

from putright.cases.log import Line, version, write
from putright.cases.models import Case
from putright.contacts.channels.email.addresses import message_id_for
from putright.documents.models import Document
from putright.invited import actions as invited
from putright.people.gates import check
from putright.people.models import Handler

from . import guard, page_code
from .making import for_this_case
from .models import KEPT, MADE, Enclosed, Letter
from .refusals import WrongCase


def write_letter(
    case: Case, kind: str, values: Mapping[str, str], *, by: Handler | None, at: datetime, owed_key: str | None = None
) -> Letter:
    """Make a letter and keep it; the rounds send it. `values`: the handler's own words, without those held back (withholding.py).

    Refuses WrongCase when it names another case, PartMissing when a part the law requires is not there, NotAllowed by
    role, and OutsideRemit when the letter tells of a decision and this person may not notify it (PRA 2002 s.13A; CMR 2020
    reg 50). Raises IntegrityError for an `owed_key` that already has its letter. Where there is no safe way to send it, it is
    kept for a person to tell. Nobody waits for the paper: it is made before the case is held, and again if the case changed."""
    if by is not None:
        check(by, "letters.write")
    seen, letter = version(case), for_this_case(case, kind, values, by=by, at=at)
    with transaction.atomic():
        if version(case, hold=True) != seen:
            case.refresh_from_db()
            letter = for_this_case(case, kind, values, by=by, at=at)
        return _keep(letter, owed_key, by=by, at=at)


def _keep(letter: Letter, owed_key: str | None, *, by: Handler | None, at: datetime) -> Letter:
    letter.owed_key, letter.message_id = owed_key, message_id_for(letter.case)
    told = page_code.keep(letter, by=by, at=at)
    told |= invited.keep(letter.case, letter.person, letter.body, letter.medium, at=at)
    letter.save()
    facts = told | {"letter": letter.pk, "kind": letter.kind, "language": letter.language, "medium": letter.medium}
    write(letter.case, Line("wrote", at, by, "" if by else "rounds", facts=facts))
    return letter


@transaction.atomic
def enclose(letter: Letter, documents: Iterable[Document], *, by: Handler, at: datetime) -> None:
    """Put documents of the case with a letter that has not gone. Its own event is in the log once they are all there.

    Refuses WrongCase for a document of another case or one that is not clean, and for a letter that went already;
    NotAllowed by role."""
    check(by, "letters.write")
    chosen = list(documents)
    waits = Letter.objects.select_for_update(of=("self",)).get(pk=letter.pk).status in (MADE, KEPT)
    if not waits or any(not guard.may_go_with(letter, document) for document in chosen):
        raise WrongCase(documents=True)
    if not chosen:
        return
    Enclosed.objects.bulk_create([Enclosed(letter=letter, document=document) for document in chosen])
    facts = {"letter": letter.pk, "documents": [document.pk for document in chosen]}
    write(letter.case, Line("enclosed", at, by, facts=facts))
