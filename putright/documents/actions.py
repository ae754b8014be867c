"""Keeping what comes: bytes on the disk first, then their rows, then the event; so nothing acknowledged is lost."""

from datetime import datetime
from typing import IO
from uuid import UUID

from django.db import transaction

from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.people.gates import check
from putright.people.models import Handler

from . import names, shelf
from .inside.finding import Finding
from .look import judge
from .models import Content, Document
from .refusals import NotTaken


def keep(
    content: bytes | IO[bytes],
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
    the same name with the same thing are kept once. Refuses NotTaken (too_large), NotAllowed by role.
    May be called inside a transaction; outside one it keeps the database free while it looks."""
    if by is not None:
        check(by, "documents.keep")
    try:
        loose = shelf.take(content)
    except shelf.TooMuch:
        raise NotTaken("too_large", names.safe(name)) from None
    found = judge(loose.path, name)
    loose.settle()
    with transaction.atomic():
        made, first = _document(_content(loose, found, at), name, case, came_with, by, at)
        if case and first:
            write(case, Line("document_added", at, by, "", {"document": made.pk}, {"name": made.name}))
    return made


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


def _content(loose: shelf.Loose, found: Finding, at: datetime) -> Content:
    """The row of these bytes: made the first time they come."""
    told = {
        "size": loose.size, "kind": found.kind, "shown_as": found.shown_as, "pages": found.pages,
        "warns": list(found.warns), "sealed_for": "" if found.refuse == "empty" else found.refuse, "first_at": at,
    }  # fmt: skip
    return Content.objects.get_or_create(sha256=loose.sha256, defaults=told)[0]


def _document(
    content: Content, name: str, case: Case | None, came_with: UUID, by: Handler | None, at: datetime
) -> tuple[Document, bool]:
    told = {"case": case, "original_name": names.as_it_came(name), "by": by, "at": at}
    return Document.objects.get_or_create(came_with=came_with, content=content, name=names.safe(name), defaults=told)
