"""Counting by address, and the two ways through the slow lane: a phone's second of work, or waiting for a turn.

We keep no address: a keyed digest that changes every day, for a day."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from hmac import new
from math import ceil

from altcha import ChallengeOptionsV1, create_challenge_v1, verify_solution_v1
from altcha.v1 import Payload, extract_params
from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import connection, transaction
from django.http import HttpRequest

from ..models import Arrivals
from .rules import HOUR, WORK, Pace

KEPT = timedelta(days=1)
LASTS = timedelta(minutes=30)
signer = Signer(salt="slow lane")


@dataclass(frozen=True)
class Wait:
    """What a form in the slow lane is shown: when its turn comes, the signed proof of that, and a puzzle to skip it."""

    seconds: int
    turn: str
    puzzle: dict[str, object]


def address_of(request: HttpRequest) -> str:
    """Who asks, as the proxy in front says when there is one; it may be hundreds of people."""
    if settings.BEHIND_HTTPS and (forwarded := request.headers.get("X-Forwarded-For", "")):
        return str(forwarded.rpartition(",")[2].strip())
    return str(request.META.get("REMOTE_ADDR", ""))


def through(request: HttpRequest, form: str, *, at: datetime) -> Wait | None:
    """None: go on. A Wait: show it, with every word still there; the next press goes through. `form` is what is being
    sent, so that one piece of work or one turn is good for one form only."""
    if _worked(request.POST.get("work", ""), form, at) or _turned(request.POST.get("turn", ""), form, at):
        return None
    address = digest(address_of(request), at.date())
    pace = _count(address, at=at)
    if pace.is_slow or at - pace.since >= HOUR:
        pace = _turn(address, at=at)
    if not pace.is_slow or pace.turn is None:
        return None
    seconds = ceil((pace.turn - at).total_seconds())
    return Wait(seconds, signer.sign(f"{form} {pace.turn.isoformat()}"), puzzle(form, at=at))


ONE_MORE = """
INSERT INTO contacts_arrivals (address, since, sent) VALUES (%s, %s, 1)
ON CONFLICT (address) DO UPDATE SET sent = contacts_arrivals.sent + 1 RETURNING since, sent
"""


def _count(address: str, *, at: datetime) -> Pace:
    """One more from that address: one statement and no lock, which is all that nearly everybody costs."""
    with connection.cursor() as cursor:
        cursor.execute(ONE_MORE, [address, connection.ops.adapt_datetimefield_value(at)])
        since, sent = cursor.fetchone()
    return Pace(_moment(since), sent)


def _moment(kept: datetime | str) -> datetime:
    """SQLite gives back what it was given: a text in UTC."""
    read = datetime.fromisoformat(kept) if isinstance(kept, str) else kept
    return read if read.tzinfo else read.replace(tzinfo=UTC)


@transaction.atomic
def _turn(address: str, *, at: datetime) -> Pace:
    """The next turn of an address that is slow, or its count begun anew when the hour is over. Serialised by the row."""
    row = Arrivals.objects.select_for_update().get(address=address)
    pace = Pace(row.since, row.sent, row.turn)
    if at - row.since >= HOUR:
        pace = Pace(at, 1)
    elif pace.is_slow:
        pace = Pace(pace.since, pace.sent, pace.next_turn(at))
    row.since, row.sent, row.turn = pace.since, pace.sent, pace.turn
    row.save(update_fields=["since", "sent", "turn"])
    return pace


def digest(address: str, on: date) -> str:
    return new(settings.SECRET_KEY.encode(), f"{on.isoformat()}\n{address}".encode(), sha256).hexdigest()


def puzzle(form: str, *, at: datetime) -> dict[str, object]:
    until = str(int((at + LASTS).timestamp()))
    options = ChallengeOptionsV1(max_number=WORK, hmac_key=_key(), params={"form": form, "until": until})
    return dict(create_challenge_v1(options).to_dict())


def _worked(work: str, form: str, at: datetime) -> bool:
    """Was the puzzle of this very form solved, not long ago? The library's own clock is not asked."""
    if not work or len(work) > 2000:
        return False
    try:
        good, _why = verify_solution_v1(work, _key(), check_expires=False)
    except (TypeError, ValueError, AttributeError, LookupError):  # the library reads whatever JSON it is given
        return False
    if not good:
        return False
    told = extract_params(Payload.from_base64(work).to_dict())
    return told.get("form") == [form] and int(told["until"][0]) >= at.timestamp()


def _turned(turn: str, form: str, at: datetime) -> bool:
    try:
        whose, _, when = signer.unsign(turn).partition(" ")
    except BadSignature:
        return False
    due = datetime.fromisoformat(when)
    return whose == form and due <= at <= due + LASTS


def _key() -> str:
    return new(settings.SECRET_KEY.encode(), b"slow lane work", sha256).hexdigest()


def prune(*, at: datetime) -> int:
    """Forget who sent how much, a day after."""
    return Arrivals.objects.filter(since__lt=at - KEPT).delete()[0]
