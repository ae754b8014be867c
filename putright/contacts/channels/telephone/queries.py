"""Questions about calls: what was said of them, which are going on, who may be ringing, and how long people waited."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import BinaryIO

from django.db.models import Count, F, Q, QuerySet

from putright.cases.models import Case
from putright.contacts.models import Contact
from putright.people.models import Handler, Person, Representation

from .log import Written as Layout
from .log import read
from .models import Call, CallEvent, Exchange, Extension, LogLoad, Secret, Unread, Written
from .reading import Wrong
from .rules import ANSWERED, LIVE, TALKING, WAITING, Reported

PAGE = 50
STALE = {WAITING: timedelta(minutes=45), TALKING: timedelta(hours=4)}  # an end that was never told must not ring for ever
TO_WRITE = timedelta(hours=12)
WHO = 6  # people shown for one number; more would be a switchboard


class NoSuchCall(Exception):
    """There is no call, exchange, load or list entry of that number."""


def events_of(calls: Iterable[Call]) -> dict[int, list[Reported]]:
    """Everything said of those calls, by the call. One query."""
    found: dict[int, list[Reported]] = {call.pk: [] for call in calls}
    for event in CallEvent.objects.filter(call__in=list(found)).annotate(key=F("call__key")) if found else ():
        told = {name: getattr(event, name) for name in ("what", "at", "number", "withheld", "option", "extension", "other")}
        found[event.call_id].append(Reported(call=event.key, **told))
    return found


def exchange(slug: str) -> Exchange:
    found = Exchange.objects.filter(slug=slug).first()
    if found is None:
        raise NoSuchCall(slug)
    return found


def exchanges() -> list[Exchange]:
    return list(Exchange.objects.order_by("name", "pk"))


def live_secrets(exchange: Exchange) -> list[Secret]:
    """The one or two secrets it may sign with now, the older first."""
    return list(Secret.objects.filter(exchange=exchange, ended_at=None).order_by("pk"))


def signers(slug: str) -> tuple[Exchange | None, list[str]]:
    """The exchange of that name and the salts of its live secrets. One query."""
    live = list(Secret.objects.filter(exchange__slug=slug, ended_at=None).select_related("exchange").order_by("pk"))
    return (live[0].exchange, [secret.salt for secret in live]) if live else (None, [])


def desks() -> list[Extension]:
    """Whose telephone rings where, now."""
    return list(Extension.objects.filter(until=None).select_related("handler", "exchange").order_by("number", "pk"))


def going_on(*, at: datetime) -> list[Call]:
    """Calls that wait or are being answered, the longest waiting first. One query."""
    fresh = Q(pk=None)
    for outcome in LIVE:
        fresh |= Q(outcome=outcome, last_at__gt=at - STALE[outcome])
    return list(Call.objects.filter(fresh).select_related("handler").order_by("began_at", "pk")[:PAGE])


def to_write(handler: Handler, *, at: datetime) -> list[Call]:
    """Calls this handler answered lately and has not written down, the newest first."""
    mine = Call.objects.filter(handler=handler, outcome=ANSWERED, written_at=None, last_at__gt=at - TO_WRITE)
    return list(mine.order_by("-last_at", "-pk")[:10])


def call(number: int) -> Call:
    found = Call.objects.filter(pk=number).select_related("handler", "exchange").first()
    if found is None:
        raise NoSuchCall(number)
    return found


@dataclass(frozen=True)
class Caller:
    """Somebody who has this number: never more than may be them. `cases` are the newest, open to whoever asks. `speaker` is
    whose number it is, where that is somebody who speaks for them."""

    person: Person
    contacts: int
    cases: list[Case]
    speaker: Person | None = None


def who_may_ring(open_cases: QuerySet[Case], keys: Iterable[str]) -> dict[str, list[Caller]]:
    """Who has those numbers, or has somebody with one who speaks for them. Four queries, however many numbers.

    Only people with a case that is open to whoever asks: a wall hides the person too, and is not counted among those who
    share a number."""
    wanted = {key for key in keys if key}
    if not wanted:
        return {}
    theirs = open_cases.filter(complainant__phone_key__in=wanted)
    people = list(Person.objects.filter(pk__in=theirs.values("complainant")).order_by("name_key", "pk")[: WHO * PAGE])
    spoken = _spoken_for(open_cases, wanted)
    people += [one.person for one in spoken if one.person not in people]
    if not people:
        return {}
    cases: dict[int | None, list[Case]] = defaultdict(list)
    for case in open_cases.filter(complainant__in=people).order_by("-received_at", "-pk")[: 20 * len(people)]:
        cases[case.complainant_id].append(case)
    before = Contact.objects.filter(person__in=people, case__in=open_cases).order_by().values("person")
    counts = dict(before.annotate(number=Count("pk")).values_list("person", "number"))
    found: dict[str, list[Caller]] = defaultdict(list)
    for person in people:
        if cases[person.pk] and person.phone_key in wanted:
            found[person.phone_key].append(Caller(person, counts.get(person.pk, 0), cases[person.pk][:3]))
    for one in spoken:
        mine, who = cases[one.person_id], one.representative
        if mine and one.person.phone_key != who.phone_key:
            found[who.phone_key].append(Caller(one.person, counts.get(one.person_id, 0), mine[:3], who))
    return found


def _spoken_for(open_cases: QuerySet[Case], wanted: set[str]) -> list[Representation]:
    """Who is spoken for by somebody with one of those numbers, among those with a case open to whoever asks. One query."""
    now = Representation.objects.filter(ended_on=None, representative__phone_key__in=wanted)
    seen = now.filter(person__in=open_cases.values("complainant"))
    return list(seen.select_related("person", "representative").order_by("person__name_key", "pk")[: WHO * PAGE])


def calls_of(case: Case) -> list[Written]:
    """The calls from which contacts of this case were written down. One query."""
    return list(Written.objects.filter(contact__case=case).select_related("call__handler").order_by("at", "pk"))


def unread(after: int = 0) -> list[Unread]:
    """What could not be read and nobody has looked at, the oldest first."""
    waiting = Unread.objects.filter(looked_at=None, pk__gt=after).select_related("exchange", "load")
    return list(waiting.order_by("pk")[: PAGE + 1])


def one_unread(number: int) -> Unread:
    found = Unread.objects.filter(pk=number).first()
    if found is None:
        raise NoSuchCall(number)
    return found


def never_offered() -> list[Call]:
    """Calls of which we heard something, but never that they came in: the newest first."""
    return list(Call.objects.filter(offered_at=None).select_related("exchange").order_by("-last_at", "-pk")[:PAGE])


def nobodys(*, since: datetime) -> list[Call]:
    """Calls answered at an extension that is nobody's, the newest first."""
    lost = Call.objects.filter(handler=None, answered_at__gte=since).select_related("exchange")
    return list(lost.order_by("-answered_at", "-pk")[:PAGE])


def loads() -> list[LogLoad]:
    return list(LogLoad.objects.select_related("by", "exchange").order_by("-pk")[:20])


def load(number: int) -> LogLoad:
    found = LogLoad.objects.select_related("by", "exchange").filter(pk=number).first()
    if found is None:
        raise NoSuchCall(number)
    return found


def rows_wrong(load: LogLoad, after: int) -> list[Unread]:
    """Rows of a load that could not be taken, in the file's order, a page and one more."""
    return list(Unread.objects.filter(load=load, row__gt=after).order_by("row", "pk")[: PAGE + 1])


def every_wrong(load: LogLoad) -> Iterator[Unread]:
    """All of them, for a terminal."""
    return Unread.objects.filter(load=load).order_by("row", "pk").iterator()


@dataclass
class Looked:
    """What loading a log would do."""

    rows: int = 0
    kept: int = 0
    known: int = 0
    wrong: int = 0
    first: list[Wrong] | None = None


def look(file: BinaryIO, exchange: Exchange, layout: Layout, *, at: datetime) -> Looked:
    """What `load_log` would do with this file. Refuses what it refuses of the file."""
    count = Looked(first=[])
    for row in read(file, layout, at=at):
        count.rows += 1
        wrong = [one for one in row if isinstance(one, Wrong)]
        count.wrong += len(wrong)
        count.first = [*(count.first or []), *wrong][:PAGE]
        known = _known(exchange, [one for one in row if isinstance(one, Reported)])
        count.known += known
        count.kept += len(row) - len(wrong) - known
    return count


def _known(exchange: Exchange, said: list[Reported]) -> int:
    digests = [one.digest() for one in said]
    there = CallEvent.objects.filter(call__exchange=exchange, call__key__in={one.call for one in said}, digest__in=digests)
    return there.count() if said else 0


