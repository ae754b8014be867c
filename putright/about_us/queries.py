"""Who may read a complaint about us, and the one number that anybody may know. Nothing else asks this room's tables."""

from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain, islice

from django.db.models import Q

from putright.contacts.channels.email.addresses import key_of
from putright.contacts.channels.email.models import Bounce
from putright.contacts.channels.email.queries import bounces_of
from putright.law import calendar
from putright.people.gates import can
from putright.people.models import Handler

from .models import Days, Message, Sealed, Step
from .rules import BACK, CAME, DEFAULT, HAVE, LATE, MADE, Allowed, email_in, figure, names
from .verbs import MAY

FRONT = "front"
PAGE = 50


class NoSuchComplaint(Exception):
    """It is not there, or it names the one who asks: both are answered alike."""


def all_readers() -> list[Handler]:
    """Everybody outside the team who reads what is sent. One query."""
    there = Handler.objects.filter(role__in=list(MAY["about_us.read"]), left_on=None, user__is_active=True)
    return list(there.exclude(team__kind=FRONT).select_related("user").order_by("pk"))


def readers() -> bool:
    """Whether anybody outside the team can read what is sent. One query."""
    return bool(all_readers())


def who_may_read(texts: Collection[str], who: str) -> list[Handler]:
    """Readers whom these words do not name. One query."""
    return [one for one in all_readers() if not names(texts, who, name=one.name, number=one.collar_number)]


def may_read(handler: Handler) -> bool:
    """By role, and never in a front team whatever the role."""
    return can(handler, "about_us.read") and handler.team.kind != FRONT


def open_to(handler: Handler, after: str = "") -> tuple[list[Sealed], str]:
    """One page of those this person may know of, and the place where the next begins: what waits longest first, then what is
    answered, the newest first. What names them is passed over before the page is cut, so that a short page tells nothing.
    Two queries."""
    if not may_read(handler):
        return [], ""
    mine = (one for one in _after(after) if not _names(one, handler))
    rows = list(islice(mine, PAGE + 1))
    return rows[:PAGE], _place(rows[PAGE - 1]) if len(rows) > PAGE else ""


def _place(one: Sealed) -> str:
    return f"{'waits' if one.answered_at is None else 'answered'}~{one.at.isoformat()}~{one.reference}"


def _after(place: str) -> Iterator[Sealed]:
    """Everything after the last row of the page before; everything where that is no place."""
    waiting = Sealed.objects.filter(answered_at=None).order_by("at", "reference")
    answered = Sealed.objects.filter(answered_at__isnull=False).order_by("-at", "-reference")
    which, _, rest = place.partition("~")
    moment, _, reference = rest.partition("~")
    try:
        at = datetime.fromisoformat(moment).astimezone(UTC)
    except (ValueError, OverflowError):
        at = None
    if at is None or "\0" in reference:
        return chain(waiting.iterator(), answered.iterator())
    if which == "answered":
        return answered.filter(Q(at__lt=at) | Q(at=at, reference__lt=reference)).iterator()
    return chain(waiting.filter(Q(at__gt=at) | Q(at=at, reference__gt=reference)).iterator(), answered.iterator())


def one(handler: Handler, reference: str) -> Sealed:
    """NoSuchComplaint when it is missing, or not for this person."""
    found = Sealed.objects.filter(reference=reference).first() if may_read(handler) else None
    if found is None or _names(found, handler):
        raise NoSuchComplaint
    return found


def _names(sealed: Sealed, handler: Handler) -> bool:
    return names((sealed.words, sealed.wants), sealed.who, name=handler.name, number=handler.collar_number)


def steps(sealed: Sealed) -> list[Step]:
    return list(Step.objects.filter(sealed=sealed).select_related("by").order_by("pk"))


def sent(key: object) -> Sealed | None:
    """For whoever sent it, by the key of their form: reference and dates are shown, and not a word."""
    return Sealed.objects.filter(key=key).first()


def allowed(on: date) -> Allowed:
    """The days in force on that day; the default where the office set none. One query."""
    row = Days.objects.filter(since__lte=on).order_by("since", "pk").last()
    return Allowed(row.acknowledge, row.answer) if row else DEFAULT


def last_month(at: datetime) -> tuple[date, int | None]:
    """The first day of the last whole month, and its figure as anybody may know it. One query."""
    this = calendar.day_of(at).replace(day=1)
    last = (this - timedelta(days=1)).replace(day=1)
    start, end = (calendar.at(day, time.min) for day in (last, this))
    return last, figure(Sealed.objects.filter(at__gte=start, at__lt=end).count())


def told_on(sealed: Sealed) -> date:
    """The day from which our days run."""
    return sealed.came_on or calendar.day_of(sealed.at)


def is_late(sealed: Sealed, on: date) -> bool:
    """Whether they should have heard from us by now. One query."""
    within = allowed(told_on(sealed))
    due = within.acknowledge_by if sealed.acknowledged_at is None else within.answer_by
    return sealed.answered_at is None and due(told_on(sealed)) < on


def to_send(on: date) -> Iterator[tuple[Sealed, str, Handler | None]]:
    """What must be said and was not: to each reader who may know, and to whoever told us and can be reached by e-mail. Five
    queries, and one for each complaint that waits for its answer."""
    had = set(Message.objects.filter(sealed__answered_at=None).exclude(state=MADE).values_list("sealed", "kind", "reader"))
    reads, back = all_readers(), came_back()
    for one in Sealed.objects.filter(answered_at=None).order_by("pk"):
        wanted: list[tuple[str, Handler | None]] = [
            (kind, reader) for reader in reads if reader.user.email and not _names(one, reader)
            for kind in (CAME, *((LATE,) if is_late(one, on) else ()), *((BACK,) if one.pk in back else ()))
        ]  # fmt: skip
        if one.acknowledged_at is None and email_in(one.reach):
            wanted.append((HAVE, None))
        yield from ((one, kind, who) for kind, who in wanted if (one.pk, kind, who.pk if who else None) not in had)


def came_back() -> frozenset[int]:
    """Complaints that wait for an answer, of which our e-mail that we have it went and did not arrive. Two queries."""
    ours = Message.objects.filter(kind=HAVE, sealed__answered_at=None).values_list("message_id", "sealed")
    known = {key_of(number): sealed for number, sealed in ours}
    found = Bounce.objects.filter(message_id__in=known).exclude(action="delayed").values_list("message_id", flat=True)
    return frozenset(known[number] for number in found)


def did_not_arrive(message: Message) -> bool:
    """Whether a mail server said later that it did not arrive. That it is late is no such word. One query."""
    return bounces_of(message.message_id).exclude(action="delayed").exists()


def reaches(handler: Handler) -> bool:
    """False once the newest of our e-mails to this reader did not arrive: they would hear of nothing. Two queries."""
    newest = Message.objects.filter(reader=handler).order_by("at", "pk").last()
    return newest is None or not did_not_arrive(newest)


def message(sealed: Sealed, kind: str, reader: Handler | None) -> Message | None:
    return Message.objects.filter(sealed=sealed, kind=kind, reader=reader).first()


def told_by_us(sealed: Sealed) -> Message | None:
    """The e-mail that says that we have it. One query."""
    return Message.objects.filter(sealed=sealed, kind=HAVE).first()
