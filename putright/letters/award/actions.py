"""Printing an award's mark on letters, and stopping."""

import tempfile
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from putright.documents import drawing, look
from putright.law.calendar import day_of
from putright.people.gates import check
from putright.people.models import Handler
from putright.people.refusals import Refused

from ..models import Award

KINDS = frozenset({"png", "jpeg"})
WIDTH = 320  # pixels: sharp enough at 18 mm high
MOST = 2 * 1024 * 1024  # bytes


class NotAPicture(Refused):
    def __init__(self) -> None:
        super().__init__(_("Choose a picture as PNG or JPEG, smaller than 2 MB."))


class Over(Refused):
    def __init__(self) -> None:
        super().__init__(_("Choose today or a later day as its last day."))


@dataclass(frozen=True)
class Mark:
    """A picture as it came, with what it says in both languages and its last day."""

    name: str
    content: bytes
    said: tuple[str, str]
    until: date


@transaction.atomic
def print_award(mark: Mark, *, by: Handler, at: datetime) -> Award:
    """Print this mark on letters from now on, in place of any other. Only what we drew from it is kept.

    Refuses by role; Over for a last day gone by; NotAPicture for anything that is no whole, safe PNG or JPEG."""
    check(by, "letters.award")
    if mark.until < day_of(at):
        raise Over
    picture = _drawn(mark)
    return Award.objects.create(
        picture=picture, said_en=mark.said[0], said_cy=mark.said[1], until=mark.until, by=by, at=at
    )


@transaction.atomic
def stop_award(*, by: Handler, at: datetime) -> Award:
    """Print none from now on. Refuses by role."""
    check(by, "letters.award")
    return Award.objects.create(picture=b"", until=day_of(at), by=by, at=at)


def _drawn(mark: Mark) -> bytes:
    """The pixels alone, in a process with limits of its own (documents.drawing)."""
    if not mark.content or len(mark.content) > MOST:
        raise NotAPicture
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mark"
        path.write_bytes(mark.content)
        found = look.judge(path, mark.name)
        if found.kind not in KINDS or found.refuse or found.warns or found.shown_as != "image":
            raise NotAPicture
        try:
            return drawing.draw(path, "image", 1, WIDTH)
        except drawing.NotDrawn:
            raise NotAPicture from None
