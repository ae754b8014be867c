"""The rounds keep the counts up: triggers and promises that changed, marked cases, marked days, days never counted.

- `facts:begin`: the triggers do not stand, or the promises are other ones: begin anew.
- `facts:cases`, `facts:days`: something was marked.
- `facts:day:2026-03-04`: never counted, of the last thirteen months."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db import connection

from putright.people.queries import NoOffice
from putright.people.queries import office as office_in_use

from . import fallen, keeping, marks, sentries
from .models import Keeping, Mark
from .sentries import CASE

PREFIX = "facts:"
BACK = 400  # days


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
    if Mark.objects.filter(what=CASE).exists():
        yield f"{PREFIX}cases", at
    if marks.of_days().exists():
        yield f"{PREFIX}days", at
    for on in keeping.wanting(at, BACK)[:limit]:
        yield f"{PREFIX}day:{on.isoformat()}", at


def fulfil(key: str, *, at: datetime) -> None:
    """Do that piece; done again it has no effect that anybody is shown."""
    what, _, day = key.removeprefix(PREFIX).partition(":")
    office = office_in_use()
    if what == "begin":
        keeping.begin(office, at)
    elif what == "cases":
        keeping.read_cases(office, at)
    elif what == "days":
        keeping.take_marks(office, at)
    else:
        keeping.keep_days([date.fromisoformat(day)], office, at)
