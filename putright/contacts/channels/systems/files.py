"""Files another system sends with a contact: kept byte for byte, with the contact, once."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Sum

from putright.documents import limits, names
from putright.documents.actions import file_with, keep
from putright.documents.models import Document
from putright.documents.refusals import NotTaken

from .models import Sending, Token


class CutShort(Exception):
    """The line broke before all the bytes were here."""


class Whole:
    """The bytes of a request, as many as it said. Fewer are not kept: half a file would be taken for the whole."""

    def __init__(self, content: Any, size: int) -> None:
        self.content, self.left = content, size

    def read(self, most: int = -1) -> bytes:
        piece: bytes = self.content.read(min(most, self.left) if most >= 0 else self.left) if self.left else b""
        self.left -= len(piece)
        if self.left and not piece:
            raise CutShort
        return piece


def sending_of(token: Token, receipt: str) -> Sending | None:
    """What that token itself sent; nothing of another's."""
    try:
        key = UUID(receipt)
    except ValueError:
        return None
    return Sending.objects.select_related("contact__case").filter(token=token, receipt=key).first()


def keep_file(sending: Sending, content: Any, name: str, size: int, *, by: None = None, at: datetime) -> Document:
    """Keep a file with the contact that was sent. Whatever it is: what nobody may open is kept sealed.

    The same bytes under the same name are one file, however often they are sent. While the contact waits in the slow lane the
    file waits with it. Refuses CutShort, and NotTaken: too_many, together, too_large, no_room."""
    _fit(sending, names.safe(name), size)
    case = sending.contact.case if sending.contact else None
    made = keep(Whole(content, size), name, case=case, came_with=sending.receipt, by=by, at=at)
    if case is None:
        _filed(sending, at=at)
    return made


def _fit(sending: Sending, name: str, size: int) -> None:
    so_far = Document.objects.filter(came_with=sending.receipt)
    held = so_far.aggregate(number=Count("pk"), size=Sum("content__size"))
    if so_far.filter(name=name, content__size=size).exists():
        return  # most likely the same again: it will be found to be
    if held["number"] >= limits.MOST_FILES:
        raise NotTaken("too_many", name)
    if (held["size"] or 0) + size > limits.MOST_TOGETHER:
        raise NotTaken("together", name)


@transaction.atomic
def _filed(sending: Sending, *, at: datetime) -> None:
    """The contact may have left the slow lane while the file was on its way: then nobody else would file it."""
    held = Sending.objects.select_for_update().get(pk=sending.pk)
    if held.contact_id and held.contact:
        file_with(held.receipt, held.contact.case, by=None, at=at)
