"""Keeping what comes: bytes on the disk first, then their rows, then the event; so nothing acknowledged is lost."""

from datetime import datetime
from typing import IO
from uuid import UUID, uuid4

from django.db import transaction

from gateways.scanner import FOUND, Answer
from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.people.gates import check
from putright.people.models import Handler

from .models import Content, Document
from .shelf import Read
from .taking import Came, examine, screened, written


def keep(
    content: bytes | IO[bytes] | Read,
    name: str,
    *,
    case: Case | None,
    came_with: UUID,
    by: Handler | None,
    at: datetime,
) -> Document:
    """Keep a file that came by itself (in a message, from another system): whatever it is, byte for byte.

    What nobody at a screen would be allowed to send is kept sealed, and only what is known of it is shown. Until there is
    a case, `came_with` holds it: the contact received with that key takes it along (`file_with`). The same bytes under
    the same name with the same thing are kept once. Refuses NotTaken (too_large, no_room), NotAllowed by role.
    May be called inside a transaction; outside one it keeps the database free while it looks."""
    if by is not None:
        check(by, "documents.keep")
    seen = examine(content, name)
    seen.loose.settle()
    with transaction.atomic():
        made, first = written(seen, Came(name, case, came_with, by, at))
        if case and first:
            _added(made, case, by=by, at=at)
    return made


def add(
    content: bytes | IO[bytes] | Read, name: str, *, case: Case, by: Handler, at: datetime, key: UUID | None = None
) -> Document:
    """Add a document to a case by hand. `key` is the form's: the same file with the same key is added once.

    Refuses NotTaken with the reason and how to mend it; NotAllowed by role."""
    check(by, "documents.add")
    seen = screened(content, name)
    seen.loose.settle()
    with transaction.atomic():
        made, first = written(seen, Came(name, case, key or uuid4(), by, at))
        if first:
            _added(made, case, by=by, at=at)
    return made


def _added(made: Document, case: Case, *, by: Handler | None, at: datetime) -> None:
    write(case, Line("document_added", at, by, "", {"document": made.pk}, {"name": made.name}))


@transaction.atomic(savepoint=False)
def file_with(came_with: UUID, case: Case, *, by: Handler | None, at: datetime) -> int:
    """Put what came with a contact into its case; how many. What is in a case already stays where it is."""
    if by is not None:
        check(by, "documents.keep")
    waiting = Document.objects.filter(came_with=came_with, case=None).order_by("pk")
    filed = list(waiting.select_for_update().values_list("pk", "name"))
    if filed:
        Document.objects.filter(pk__in=[pk for pk, _name in filed]).update(case=case, until=None)
        lines = [Line("document_kept", at, by, "", {"document": pk}, {"name": name}) for pk, name in filed]
        write(case, *lines)
    return len(filed)


@transaction.atomic
def note_scan(content: Content, answer: Answer, *, by: Handler | None = None, at: datetime) -> None:
    """Write down what the scanner says. What it finds is sealed from this moment, in every case that holds it."""
    content.scanned_at = at
    if answer.state == FOUND and content.scanned != FOUND:
        content.scanned, content.found, content.sealed_for, content.shown_as = FOUND, answer.words, "found", ""
        for document in Document.objects.filter(content=content).exclude(case=None).select_related("case").order_by("case", "pk"):
            write(document.case, Line("document_sealed", at, by, "", {"document": document.pk}, {"name": document.name}))
    elif content.scanned != FOUND and answer.state != "not_scanned":
        content.scanned = answer.state
    content.save()
