"""From bytes to a row: written down, looked into, scanned where somebody waits, and only then said to be kept."""

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO
from uuid import UUID

from django.conf import settings

from gateways.scanner import FOUND, NOT_SCANNED, Answer, scanner
from putright.cases.models import Case
from putright.people.models import Handler

from . import limits, names, shelf
from .inside.finding import Finding
from .look import judge
from .models import Content, Document
from .refusals import NotTaken
from .shelf import Read


@dataclass(frozen=True)
class Came:
    """A file with what it came with, and who brought it when."""

    name: str
    case: Case | None
    came_with: UUID
    by: Handler | None
    at: datetime
    until: datetime | None = None


@dataclass(frozen=True)
class Examined:
    """Bytes on the disk, in no place of their own yet, and what was found in them."""

    loose: shelf.Loose
    found: Finding
    answer: Answer = Answer(NOT_SCANNED)


def examine(content: bytes | IO[bytes] | Read, name: str) -> Examined:
    """Write the bytes down and look into them. Refuses NotTaken (too_large, no_room)."""
    check_room()
    try:
        loose = shelf.take(content)
    except shelf.TooMuch:
        raise NotTaken("too_large", names.safe(name)) from None
    return Examined(loose, judge(loose.path, name))


def screened(content: bytes | IO[bytes] | Read, name: str) -> Examined:
    """The same for somebody who waits at a screen: scanned at once if it can be, refused with a reason and nothing kept.

    What the scanner finds is not refused: it is kept sealed, since it may be evidence."""
    seen = examine(content, name)
    if seen.found.refuse:
        seen.loose.drop()
        raise NotTaken(seen.found.refuse, names.safe(name))
    here = scanner()
    return Examined(seen.loose, seen.found, here.scan(seen.loose.path)) if here and here.at_once else seen


def check_room() -> None:
    """A disk that is full of files would stop every contact."""
    place = Path(settings.DOCUMENTS)
    place.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(place).free < limits.LEAST_FREE:
        raise NotTaken("no_room")


def written(seen: Examined, came: Came) -> tuple[Document, bool]:
    """The rows, inside the caller's transaction; the bytes are in their place before. Was it the first time?"""
    told = {"case": came.case, "original_name": names.as_it_came(came.name), "by": came.by, "at": came.at}
    if came.case is None:
        told["until"] = came.until
    return Document.objects.get_or_create(
        came_with=came.came_with, content=content_of(seen, came.at), name=names.safe(came.name), defaults=told
    )


def content_of(seen: Examined, at: datetime) -> Content:
    """The row of these bytes, held until the caller is done: the sweep may not take it away meanwhile."""
    loose, found, answer = seen.loose, seen.found, seen.answer
    sealed = "found" if answer.state == FOUND else found.refuse.replace("empty", "")
    told = {
        "size": loose.size, "kind": found.kind, "shown_as": found.shown_as, "pages": found.pages, "warns": list(found.warns),
        "sealed_for": sealed, "first_at": at, "scanned": answer.state, "found": answer.words if answer.state == FOUND else "",
        "scanned_at": at if answer.state != NOT_SCANNED else None,
    }  # fmt: skip
    return Content.objects.select_for_update().get_or_create(sha256=loose.sha256, defaults=told)[0]
