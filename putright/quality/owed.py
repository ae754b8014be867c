"""What the house does for the sample by itself: the month's seed, its draw on the day that was set, and one reminder.

Nothing is owed while nobody independent is there to look."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice

from putright.law.calendar import add_months, day_of

from . import population, settings
from .actions.drawing import draw, record_seed
from .actions.looking import remind
from .models import Draw, Picked, Reminder, Seed
from .queries import newest

PREFIX = "quality:"


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """As quality:seed:2026-03-01, quality:draw:2026-03-01 and quality:remind:<draw>:<handler>."""
    if population.samplers():
        yield from islice(_owed(at), limit)


def _owed(at: datetime) -> Iterator[tuple[str, datetime]]:
    month, held = day_of(at).replace(day=1), settings.on(day_of(at))
    if not Seed.objects.filter(month=month).exists():
        yield f"{PREFIX}seed:{month}", population.span(month)[0]
    for seed in Seed.objects.filter(draws=None).order_by("month"):
        due = draw_due(seed.month, held.day)
        if due <= at:
            yield f"{PREFIX}draw:{seed.month}", due
    yield from _reminders(at, held.remind_after)


def draw_due(month: date, day: int) -> datetime:
    """The start of the set day of the month after."""
    return population.span(add_months(month, 1))[0] + timedelta(days=day - 1)


def _reminders(at: datetime, days: int) -> Iterator[tuple[str, datetime]]:
    late = Draw.objects.filter(newest(), at__lte=at - timedelta(days=days))
    waiting = Picked.objects.filter(draw__in=late, look=None).values_list("draw_id", "sampler_id", "draw__at").distinct()
    told = set(Reminder.objects.filter(draw__in=late).values_list("draw_id", "sampler_id"))
    for drawn, sampler, drawn_at in waiting.order_by("draw_id", "sampler_id"):
        if (drawn, sampler) not in told:
            yield f"{PREFIX}remind:{drawn}:{sampler}", drawn_at + timedelta(days=days)


def fulfil(key: str, *, at: datetime) -> None:
    _room, what, rest = key.split(":", 2)
    if what == "seed":
        record_seed(date.fromisoformat(rest), at=at)
    elif what == "draw":
        draw(date.fromisoformat(rest), at=at)
    else:
        drawn, sampler = map(int, rest.split(":"))
        picked = Picked.objects.filter(draw=drawn, sampler=sampler).select_related("draw", "sampler")[0]
        remind(picked.draw, picked.sampler, at=at)
