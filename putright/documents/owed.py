"""What this room owes unasked.

- `documents:scan:<pk>`: what was never scanned is scanned as soon as there is a scanner, and what came in the last month
  again each day: a scanner learns.
- `documents:sweep:<day>`: once a day, files of forms that were given up are let go, leftovers on the shelf thrown away,
  and rows whose bytes are gone counted and said."""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from design.dates import LONDON
from gateways.scanner import scanner

from . import shelf
from .actions import note_scan
from .models import Content, Document, ShelfCheck

PREFIX = "documents:"
AGAIN = timedelta(days=1)
TRY_AGAIN = timedelta(hours=1)
NEW_FOR = timedelta(days=30)
log = logging.getLogger(__name__)


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """Up to `limit` files to scan, and the day's sweep. Two queries."""
    if scanner():
        never = Q(scanned="not_scanned") & (Q(scanned_at=None) | Q(scanned_at__lt=at - TRY_AGAIN))
        stale = Q(scanned="clean", scanned_at__lt=at - AGAIN, first_at__gt=at - NEW_FOR)
        for content in Content.objects.filter(never | stale).order_by("scanned_at", "pk")[:limit]:
            since = content.scanned_at + (TRY_AGAIN if content.scanned == "not_scanned" else AGAIN) if content.scanned_at else at
            yield f"{PREFIX}scan:{content.pk}:{since:%Y%m%d%H}", since
    today = at.astimezone(LONDON).date()
    if not ShelfCheck.objects.filter(on=today).exists():
        yield f"{PREFIX}sweep:{today}", at


def fulfil(key: str, *, at: datetime) -> None:
    what, which = key.removeprefix(PREFIX).split(":")[:2]
    if what == "sweep":
        if not ShelfCheck.objects.filter(on=which).exists():
            sweep(at=at)
    else:
        scan(int(which), at=at)


def scan(pk: int, *, at: datetime) -> None:
    content, here = Content.objects.filter(pk=pk).first(), scanner()
    path = shelf.find(content.sha256) if content else None
    if content and here and path:
        note_scan(content, here.scan(path), at=at)


def sweep(*, at: datetime) -> ShelfCheck:
    """Let go of what nobody wants any more, and look whether everything that is wanted is here."""
    Document.objects.filter(case=None, until__lt=at).delete()
    forget_contents(at)
    gone = sum(shelf.sweep(path, wanted, at=at) for path in shelf.leftovers(at))
    missing = [sha for sha in Content.objects.values_list("sha256", flat=True).iterator() if shelf.find(sha) is None]
    if missing:
        log.error("The bytes of %s documents are not on the shelf: %s", len(missing), ", ".join(missing[:20]))
    told = {"at": at, "gone": gone, "missing": missing[:1000]}
    return ShelfCheck.objects.update_or_create(on=at.astimezone(LONDON).date(), defaults=told)[0]


def forget_contents(at: datetime) -> None:
    """Rows of bytes that no document holds. Each is locked first: the same file may be coming in again just now."""
    held = Document.objects.filter(content=OuterRef("pk"))
    for pk in Content.objects.filter(~Exists(held), first_at__lt=at - shelf.LEFT_FOR).values_list("pk", flat=True):
        with transaction.atomic():
            locked = Content.objects.select_for_update().filter(pk=pk).first()
            if locked and not Document.objects.filter(content=locked).exists():
                locked.delete()


def wanted(sha256: str) -> bool:
    return Content.objects.filter(sha256=sha256).exists()
