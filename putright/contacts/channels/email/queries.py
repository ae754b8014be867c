"""Questions about messages. What is in the tray is shown only to who may open the case it speaks of, and never to
somebody it names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from putright.cases.models import Case
from putright.people.models import Handler

from .addresses import key_of
from .models import ASIDE, COPY, KEPT, LANDED, NOTED, TRAY, Bounce, Box, Enclosure, Message, Reading, Step

PAGE = 30
SLOW = timedelta(minutes=5)  # a message not read by then is shown in the tray as it is
QUIET = timedelta(minutes=5)  # a mailbox not read for so long is in trouble
WITHOUT_BODIES = ("html", "quoted")


class NoSuchMessage(Exception):
    """No message of that number is to be seen by this person: missing, dealt with, or walled, all alike."""


@dataclass(frozen=True)
class Row:
    """One line of the tray: a message, and how many more like it one flood brought."""

    reading: Reading
    others: int


@dataclass(frozen=True)
class Wanted:
    """Which part of the tray: what was set aside, after which number, and only of the sender of one message."""

    aside: bool = False
    after: int = 0
    crowd_of: int = 0


@dataclass(frozen=True)
class Sheet:
    """Up to thirty lines, and after which number the next ones begin (None at the end)."""

    rows: list[Row]
    after: int | None


def seen_by(handler: Handler, open_cases: QuerySet[Case]) -> QuerySet[Reading]:
    """Messages that are no contact (yet) and that this person may look at."""
    walls = Q(case=None) | Q(case__in=open_cases)
    return Reading.objects.filter(walls, contact=None).exclude(state=COPY).exclude(hidden_from=handler)


def tray(handler: Handler, open_cases: QuerySet[Case], wanted: Wanted, *, at: datetime) -> Sheet:
    """What waits for a person, the oldest first; or what was set aside, which nobody deletes. Three queries.

    What waits from one sender is one line, unless just that sender's is asked for."""
    aside = wanted.aside
    waiting = Q(state=ASIDE) if aside else Q(state=TRAY) | Q(state=KEPT, came_at__lt=at - SLOW)
    theirs = seen_by(handler, open_cases)
    found = theirs.filter(waiting, message__gt=wanted.after)
    if wanted.crowd_of:
        found = found.exclude(crowd="").filter(crowd__in=theirs.filter(pk=wanted.crowd_of).values("crowd"))
    elif not aside:
        first = theirs.filter(state=TRAY, crowd=OuterRef("crowd"), message__lt=OuterRef("message"))
        found = found.filter(Q(crowd="") | ~Exists(first))
    listed = list(found.select_related("case").defer(*WITHOUT_BODIES).order_by("message_id")[: PAGE + 1])
    shown = listed[:PAGE]
    counts = _crowds(theirs, [one.crowd for one in shown if one.crowd and not aside and not wanted.crowd_of])
    rows = [Row(one, counts.get(one.crowd, 1) - 1) for one in shown]
    return Sheet(rows, shown[-1].message_id if len(listed) > PAGE else None)


def _crowds(theirs: QuerySet[Reading], names: Sequence[str]) -> dict[str, int]:
    """How many wait of each: of those this person may see, so that no number tells them of another."""
    if not names:
        return {}
    counted = theirs.filter(state=TRAY, crowd__in=names).order_by().values("crowd").annotate(number=Count("pk"))
    return {row["crowd"]: row["number"] for row in counted}


def one(handler: Handler, open_cases: QuerySet[Case], pk: int) -> Reading:
    """That message for this person, or NoSuchMessage. A copy of one in the tray is not: its first may be on a closed case
    by now."""
    walls = Q(case=None) & ~Q(state=COPY) | Q(case__in=open_cases)
    found = Reading.objects.filter(walls).exclude(hidden_from=handler).select_related("case", "contact").filter(pk=pk).first()
    if found is None:
        raise NoSuchMessage(pk)
    return found


def original(reading: Reading) -> bytes:
    return bytes(Message.objects.values_list("content", flat=True).get(pk=reading.message_id))


def enclosures(reading: Reading) -> QuerySet[Enclosure]:
    return Enclosure.objects.filter(reading=reading).order_by("number")


def steps(reading: Reading) -> QuerySet[Step]:
    return Step.objects.filter(reading=reading).select_related("by").order_by("pk")


def may_be_about(reading: Reading, open_cases: QuerySet[Case]) -> list[Case]:
    """Cases it may belong to, the likeliest first: the one it names, then those the same address wrote about."""
    wrote = Reading.objects.filter(sender_key=reading.sender_key, case__isnull=False).exclude(sender_key="")
    about = Q(pk=reading.case_id) | Q(pk__in=wrote.values("case"))
    if reading.sender:
        about |= Q(complainant__email__iexact=reading.sender)
    found = list(open_cases.filter(about).order_by("-received_at", "-pk")[:5])
    return sorted(found, key=lambda case: case.pk != reading.case_id)


def of_case(case: Case) -> QuerySet[Reading]:
    """What came about a case by e-mail, the newest first."""
    found = Reading.objects.filter(case=case, state__in=(LANDED, NOTED)).defer(*WITHOUT_BODIES)
    return found.prefetch_related("bounces").order_by("-came_at", "-pk")[:50]


def bounces_of(message_id: str) -> QuerySet[Bounce]:
    """What became of a letter that came back, by its Message-ID: for the room that sent it to ask."""
    return Bounce.objects.filter(message_id=key_of(message_id)).exclude(message_id="").order_by("pk")


def unread(limit: int) -> QuerySet[Reading]:
    """Messages that are kept and not yet read, the oldest first."""
    return Reading.objects.filter(state=KEPT).order_by("message_id")[:limit]


def box() -> Box | None:
    return Box.objects.first()


def mail(*, at: datetime) -> str:
    """For the monitor: `well`, or a plain word for what is wrong with the mailbox we read. One query."""
    kept = box()
    if kept is None or kept.good_at is None:
        return "well" if kept is None or not kept.trouble else "the mailbox has never been read"
    return "well" if at - kept.good_at < QUIET else "the mailbox has not been read for more than five minutes"
