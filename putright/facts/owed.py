"""The rounds keep the counts up: triggers and promises that changed, marked cases, marked days, days never counted.

- `facts:begin`: the triggers do not stand, or the promises are other ones: begin anew.
- `facts:cases`, `facts:days`: something was marked.
- `facts:fill`: nothing of that, and some of the last thirteen months' days were never counted: a few more, the newest first."""

from collections.abc import Iterator
from datetime import datetime

from django.db import connection

from putright.people.queries import NoOffice
from putright.people.queries import office as office_in_use

from . import fallen, keeping, marks, sentries
from .models import Keeping, Mark
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
    made = Keeping.objects.first()
    if made is None or made.basis != fallen.basis(office) or not sentries.stand(connection):
        yield f"{PREFIX}begin", at
        return
    waiting = [Mark.objects.filter(what=CASE).exists(), marks.of_days().exists()]
    if waiting[0]:
        yield f"{PREFIX}cases", at
    if waiting[1]:
        yield f"{PREFIX}days", at
    if not any(waiting) and keeping.wanting(at, BACK):
        yield f"{PREFIX}fill", at


def fulfil(key: str, *, at: datetime) -> None:
    """Do that piece; done again it has no effect that anybody is shown."""
    what = key.removeprefix(PREFIX)
    office = office_in_use()
    if what == "begin":
        keeping.begin(office, at)
    elif what == "cases":
        keeping.read_cases(office, at)
    elif what == "days":
        keeping.take_marks(office, at)
    else:
        keeping.keep_days(keeping.wanting(at, BACK)[:AT_ONCE], office, at)
