"""What this room owes unasked: `months:draw:<layout>:<year>:<number>:<length>`, a report that somebody finds drawn up on the day
after its period; `months:send:<report>:<board>`, a signed report to a board on its day."""

from collections.abc import Iterator
from datetime import datetime

from . import actions, queries
from .models import Board
from .refusals import AlreadyDrawnUp
from .rules import Period

PREFIX = "months:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    for layout, period in queries.to_draw_up(at, limit=limit):
        yield f"{PREFIX}draw:{layout}:{period.year}:{period.number}:{period.length}", period.end
    for report, board, since in queries.to_go(at, limit=limit):
        yield f"{PREFIX}send:{report.pk}:{board.pk}", since


def fulfil(key: str, *, at: datetime) -> None:
    """Draw it up where nobody has; or put it in the post for each address that has not had it. Done three times it has one
    effect. A board that was ended meanwhile has nothing more."""
    _room, what, *told = key.split(":")
    if what == "draw":
        layout, *numbers = told
        return draw(layout, Period(*map(int, numbers)), at=at)
    report, board = told
    row, to = queries.the(int(report), signed_only=True), Board.objects.filter(pk=int(board), ended_at=None).first()
    if row is not None and to is not None:
        actions.send(row, to, at=at)


def draw(layout: str, period: Period, *, at: datetime) -> None:
    try:
        actions.draw_up(layout, period, by=None, at=at)
    except AlreadyDrawnUp:
        return  # somebody was quicker
