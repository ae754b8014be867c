"""How the sample is drawn: what the office set by that day, or our default."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from .models import Setting


@dataclass(frozen=True)
class Held:
    """`recalled`: monthly is what a team told its inspectors; size, day and the rest are our own choice."""

    axes: Sequence[str] = ("kind", "channel")
    size: int = 20
    day: int = 3
    second_every: int = 4
    remind_after: int = 10
    ours: bool = field(default=True)


def on(day: date) -> Held:
    """What holds that day. One query."""
    line = Setting.objects.filter(since__lte=day).order_by("-since", "-pk").first()
    if line is None:
        return Held()
    return Held(tuple(line.axes), line.size, line.day, line.second_every, line.remind_after, ours=False)
