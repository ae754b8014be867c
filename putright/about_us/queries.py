"""Who may read a complaint about us, and the one number that anybody may know. Nothing else asks this room's tables."""

from datetime import date, datetime, time, timedelta

from putright.law import calendar
from putright.people.gates import can
from putright.people.models import Handler

from .models import Days, Sealed, Step
from .rules import DEFAULT, Allowed, figure, names
from .verbs import MAY

FRONT = "front"
SHOWN = 200


class NoSuchComplaint(Exception):
    """It is not there, or it names the one who asks: both are answered alike."""


def readers() -> bool:
    """Whether anybody outside the team can read what is sent. One query."""
    there = Handler.objects.filter(role__in=list(MAY["about_us.read"]), left_on=None, user__is_active=True)
    return there.exclude(team__kind=FRONT).exists()


def may_read(handler: Handler) -> bool:
    """By role, and never in a front team whatever the role."""
    return can(handler, "about_us.read") and handler.team.kind != FRONT


def open_to(handler: Handler) -> list[Sealed]:
    """Those this person may know of, what waits longest first: nothing that names them. One query."""
    if not may_read(handler):
        return []
    rows = Sealed.objects.order_by("-at", "-pk")[:SHOWN]
    mine = [one for one in rows if not _names(one, handler)]
    return sorted(mine, key=lambda one: (one.answered_at is not None, one.at))


def one(handler: Handler, pk: int) -> Sealed:
    """NoSuchComplaint when it is missing, or not for this person."""
    found = Sealed.objects.filter(pk=pk).first() if may_read(handler) else None
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
