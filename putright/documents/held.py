"""Files of a form that is not sent yet: kept for it, shown in it by name, thrown away with it.

A form half filled in is nobody's case, so this writes no event; sending it does (actions.file_with)."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, QuerySet, Sum

from putright.people.gates import check
from putright.people.models import Handler

from . import limits, names
from .models import Document
from .refusals import NotTaken
from .taking import Came, screened, written

HELD_FOR = timedelta(days=29)  # a day longer than the longest form


def held_with(came_with: UUID) -> QuerySet[Document]:
    """What a form holds so far, in the order it came."""
    return Document.objects.filter(came_with=came_with, case=None).select_related("content").order_by("pk")


def begun_by(handler: Handler) -> list[Document]:
    """The first file of each thing this handler began and did not finish, the newest first. Nobody else sees them."""
    first: dict[UUID, Document] = {}
    theirs = Document.objects.filter(by=handler, case=None).exclude(until=None).select_related("content")
    for document in theirs.order_by("-at", "pk")[:200]:
        first.setdefault(document.came_with, document)
    return list(first.values())


def hold(content: Any, name: str, *, came_with: UUID, by: Handler | None, at: datetime) -> Document:
    """Keep a file for a form. Refuses NotTaken with the reason and how to mend it."""
    if by is not None:
        check(by, "documents.keep")
    so_far = held_with(came_with).aggregate(number=Count("pk"), size=Sum("content__size"))
    if so_far["number"] >= limits.MOST_FILES:
        raise NotTaken("too_many", names.safe(name))
    seen = screened(content, name)
    if (so_far["size"] or 0) + seen.loose.size > limits.MOST_TOGETHER:
        seen.loose.drop()
        raise NotTaken("together", names.safe(name))
    seen.loose.settle()
    with transaction.atomic():
        return written(seen, Came(name, None, came_with, by, at, at + HELD_FOR))[0]


def hold_all(
    files: Iterable[Any], *, came_with: UUID, by: Handler | None, at: datetime
) -> tuple[list[Document], list[str]]:
    """Keep each file by itself: one that is refused takes no other with it. (kept, why the others were not)."""
    kept, refused = [], []
    for file in files:
        try:
            made = hold(file, file.name or "", came_with=came_with, by=by, at=at)
        except NotTaken as why:
            refused.append(str(why))
            continue
        kept.append(made)
        if made.content.scanned == "found":
            refused.append(str(NotTaken("found", made.name)))
    return kept, refused


def hold_longer(came_with: UUID, *, at: datetime) -> None:
    """The form was touched: its files stay as long as it does."""
    Document.objects.filter(came_with=came_with, case=None).exclude(until=None).update(until=at + HELD_FOR)


def let_go(came_with: UUID, pk: int | None = None) -> None:
    """Take a file, or all of them, out of a form that was not sent. The sweep throws away bytes that nobody holds."""
    going = Document.objects.filter(came_with=came_with, case=None)
    going.filter(**({} if pk is None else {"pk": pk})).delete()
