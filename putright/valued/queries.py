"""Whether the team is being asked, whether it may be, and what came of it. Nothing of an asking before it has ended."""

from datetime import date, datetime

from django.conf import settings
from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from putright.law.calendar import day_of
from putright.people.models import Handler, Team
from putright.people.refusals import Refused
from putright.people.roles import FRONT, Role

from . import rules
from .models import Asking, Switch
from .refusals import OpenAlready, SwitchedOff, TooFew, TooSoon

SHOWN = 50


def is_on() -> bool:
    newest = Switch.objects.order_by("-pk").first()
    return newest is None or newest.on


def not_now(team: Team, today: date) -> Refused | None:
    """Why this team is not asked today. At most three queries."""
    if not is_on():
        return SwitchedOff()
    if Handler.objects.filter(team=team, role__in=FRONT, left_on=None).count() < rules.SMALLEST:
        return TooFew()
    last = Asking.objects.filter(team=team).order_by("-closes_on").only("closes_on", "ended_at").first()
    if last and last.ended_at is None:
        return OpenAlready()
    if last and today < (first := rules.next_day(last.closes_on)):
        return TooSoon(first)
    return None


def open_for(handler: Handler, *, at: datetime) -> Asking | None:
    """The asking that somebody's team may answer now; of what was said in it nothing is read but who answered."""
    found = Asking.objects.filter(team=handler.team_id, ended_at=None, closes_on__gte=day_of(at))
    asking = found.defer("tallies", "words").first()
    return asking if asking and is_on() else None


def digest(asking: Asking, handler: Handler) -> str:
    """By which it is known that they answered. Of another asking it is another, so that two cannot be held together."""
    told = f"{asking.pk}:{handler.pk}"
    return salted_hmac("putright.valued.taken", told, secret=settings.SECRET_KEY, algorithm="sha256").hexdigest()


def has_answered(asking: Asking, handler: Handler) -> bool:
    return digest(asking, handler) in asking.taken


def ended(reader: Handler) -> QuerySet[Asking]:
    """Those whose results somebody may read, the newest first: their own team's; a senior manager every team's."""
    found = Asking.objects.exclude(ended_at=None).select_related("team").order_by("-closes_on", "-pk")
    return found if reader.role == Role.SENIOR else found.filter(team=reader.team_id)


def result(pk: int, reader: Handler) -> Asking | None:
    return ended(reader).filter(pk=pk).first()
