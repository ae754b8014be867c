"""The rounds keep the counts up: triggers and promises that changed, marked cases, marked days, days never counted.

- `facts:begin`: the triggers do not stand, or the promises are other ones: begin anew.
- `facts:cases`, `facts:days`: something was marked.
- `facts:fill:2026-03-04`: nothing of that, and a day of the last thirteen months was never counted: that one and a few before."""

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
    if not keeping.began(office):
        yield f"{PREFIX}begin", at
        return
    waiting = [Mark.objects.filter(what=CASE).exists(), marks.of_days().exists()]
    if waiting[0]:
        yield f"{PREFIX}cases", at
    if waiting[1]:
        yield f"{PREFIX}days", at
    if not any(waiting) and (wanting := keeping.wanting(at, BACK)):
        yield f"{PREFIX}fill:{wanting[0].isoformat()}", at


def fulfil(key: str, *, at: datetime) -> None:
    """Do that piece; done again it has no effect that anybody is shown."""
    what, _, day = key.removeprefix(PREFIX).partition(":")
    office = office_in_use()
    if what == "begin":
        if not keeping.began(office):
            keeping.begin(office, at)
    elif what == "cases":
        keeping.read_cases(office, at)
    elif what == "days":
        keeping.take_marks(office, at)
    else:
        last = date.fromisoformat(day)
        some = between(last - timedelta(days=AT_ONCE - 1), last)
        keeping.keep_days([on for on in keeping.wanting(at, BACK) if on in some], office, at)
