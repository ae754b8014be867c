"""How far people come with the public form. A form is counted when it is forgotten: 28 days after it was last touched, whether
it was sent or not. What was typed goes in the same moment; how many stopped at each page stays."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import F

from putright.contacts.channels.web import drafts
from putright.contacts.channels.web.answers import ORDER
from putright.contacts.models import Draft
from putright.facts.months import Month

from .models import Begun

SENT = "sent"
AT_ONCE = 500
Counts = Mapping[tuple[date, str, str], int]  # (first day of the month it was begun in, language, where it ended)


def ended(draft: Draft) -> str:
    """The last page of the form that has an answer, or SENT."""
    if draft.sent_id:
        return SENT
    return next((page for page in reversed(ORDER) if page in draft.answers), ORDER[0])


@transaction.atomic
def forget(*, at: datetime) -> int:
    """Count up to five hundred forms nobody has touched for 28 days, and throw them away. How many. A form is counted once: who
    has the row has it locked, and counts and deletes it in one."""
    rows = list(drafts.old(at).select_for_update().order_by("changed_at", "pk")[:AT_ONCE])
    add(Counter((Month.of(one.started_at).first, one.language, ended(one)) for one in rows))
    Draft.objects.filter(pk__in=[one.pk for one in rows]).delete()
    return len(rows)


def add(counts: Counts) -> None:
    """Put those numbers to the ones that are kept."""
    for (month, language, where), number in counts.items():
        row, new = Begun.objects.get_or_create(month=month, language=language, ended=where, defaults={"number": number})
        if not new:
            Begun.objects.filter(pk=row.pk).update(number=F("number") + number)


@dataclass
class Line:
    """The forms begun in one month. `unfinished`: touched within 28 days, so that they may still come."""

    month: Month
    sent: int = 0
    stopped: int = 0
    unfinished: int = 0

    @property
    def begun(self) -> int:
        return self.sent + self.stopped + self.unfinished

    @property
    def share(self) -> int | None:
        """Of every hundred that are over, how many were sent; None while none is."""
        over = self.sent + self.stopped
        return round(100 * self.sent / over) if over else None


@dataclass(frozen=True)
class Told:
    """`stopped`: page -> how many stopped there; `by_language`: language -> (sent, stopped)."""

    lines: list[Line]
    stopped: Mapping[str, int]
    by_language: Mapping[str, tuple[int, int]]


def told(months: list[Month]) -> Told:
    """Of the forms begun in those months. Two queries."""
    lines = {month.first: Line(month) for month in months}
    stopped, languages = Counter[str](), Counter[tuple[str, bool]]()
    for row in Begun.objects.filter(month__in=lines):
        line, was_sent = lines[row.month], row.ended == SENT
        line.sent, line.stopped = line.sent + row.number * was_sent, line.stopped + row.number * (not was_sent)
        stopped[row.ended] += 0 if was_sent else row.number
        languages[row.language, was_sent] += row.number
    alive = Draft.objects.filter(started_at__gte=months[-1].start).values_list("started_at", "language", "sent")
    for started, language, sent in alive.iterator():
        first = Month.of(started).first
        if first in lines:
            lines[first].sent += bool(sent)
            lines[first].unfinished += not sent
            languages[language, True] += bool(sent)
    by_language = {one: (languages[one, True], languages[one, False]) for one in ("en", "cy")}
    return Told(list(lines.values()), +stopped, by_language)
