"""What this room owes unasked: `months:send:<report>:<board>`, a signed report to a board on its day."""

from collections.abc import Iterator
from datetime import datetime

from . import queries
from .actions import send
from .models import Board

PREFIX = "months:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    for report, board, since in queries.to_go(at, limit=limit):
        yield f"{PREFIX}send:{report.pk}:{board.pk}", since


def fulfil(key: str, *, at: datetime) -> None:
    """Put it in the post for each address that has not had it; done three times it has one effect. A board that was ended
    meanwhile has nothing more."""
    _room, _what, report, board = key.split(":")
    row, to = queries.the(int(report), signed_only=True), Board.objects.filter(pk=int(board), ended_at=None).first()
    if row is not None and to is not None:
        send(row, to, at=at)
