"""The rounds keep the counts up: triggers and promises that changed, marked cases, marked days, days never counted.

- `facts:begin:2026-03-04T09`: the triggers do not stand, or the promises are other ones: begin anew.
- `facts:cases:17`, `facts:days:18`: something was marked; the number of the oldest mark, which goes with it.
- `facts:fill:2026-03-04:2026-03-05T09`: nothing of that, and a day of the last thirteen months was never counted: that one and a
  few before.

What is done is claimed for a day, so a key never comes twice for other work: an hour is the most that beginning waits."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from putright.people.queries import NoOffice
from putright.people.queries import office as office_in_use

from . import keeping, marks
from .models import Mark
from .months import between
from .sentries import CASE

PREFIX = "facts:"
BACK = 400  # days
AT_ONCE = 5


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """Seven queries."""
    try:
        office = office_in_use()
    except NoOffice:
        return
    hour = at.strftime("%Y-%m-%dT%H")
    if not keeping.began(office):
        yield f"{PREFIX}begin:{hour}", at
        return
    oldest = {"cases": marks.oldest(Mark.objects.filter(what=CASE)), "days": marks.oldest(marks.of_days())}
    for what, mark in oldest.items():
        if mark is not None:
            yield f"{PREFIX}{what}:{mark}", at
    if not any(oldest.values()) and (wanting := keeping.wanting(at, BACK)):
        yield f"{PREFIX}fill:{wanting[0].isoformat()}:{hour}", at


def fulfil(key: str, *, at: datetime) -> None:
    """Do that piece; done again it has no effect that anybody is shown."""
    what, about = key.removeprefix(PREFIX).split(":")[:2]
    office = office_in_use()
    if what == "begin":
        if not keeping.began(office):
            keeping.begin(office, at)
    elif what == "cases":
        keeping.read_cases(office, at)
    elif what == "days":
        keeping.take_marks(office, at)
    else:
        last = date.fromisoformat(about)
        some = between(last - timedelta(days=AT_ONCE - 1), last)
        keeping.keep_days([on for on in keeping.wanting(at, BACK) if on in some], office, at)
