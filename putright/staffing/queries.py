"""What the office knows of its own: numbers in force, posts, calls by half-hour, and what can be measured from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import Count, F, Prefetch, Q, QuerySet, Sum

from design.dates import LONDON
from offices import Office
from putright.contacts.channels.telephone import figures
from putright.contacts.channels.telephone.models import Call
from putright.contacts.channels.telephone.rules import ABANDONED
from putright.contacts.models import Contact
from putright.law.calendar import changed, day_of

from .marks import Given
from .models import Assumption, Counted, Door, Post, Relief, Risk, Step
from .rules.arrivals import Past
from .rules.capacity import CLOSED, Help, Place

ENOUGH_CALLS, ENOUGH_LOST = 100, 30  # before a time is measured rather than assumed
BACK = 8  # weeks that contacts and times are measured over
LONGEST = 156  # weeks of calls looked at
WAYS = {"email_week": ("email", "web", "system"), "letter_week": ("letter",), "chat_week": ("chat",)}


def said(at: datetime) -> list[Given]:
    """The office's own numbers that hold on that day. One query."""
    rows = Assumption.objects.filter(since__lte=day_of(at)).order_by("since", "pk")
    latest = {row.name: row for row in rows}
    return [Given(row.name, float(row.value), row.mark, row.since, row.why) for row in latest.values()]


def told_of(name: str) -> list[Assumption]:
    """Everything said of one number, the newest first."""
    return list(Assumption.objects.filter(name=name).select_related("by").order_by("-since", "-pk"))


@dataclass(frozen=True)
class Standing:
    """A post and how it stands now."""

    post: Post
    step: Step

    @property
    def place(self) -> Place:
        return Place(self.post.name, float(self.post.part), self.step.stage, self.step.on, self.post.welsh)


def posts() -> list[Standing]:
    """Every post that was not given up, with its newest step. Two queries."""
    newest = Prefetch("steps", Step.objects.select_related("by").order_by("-pk"))
    found = [Standing(post, post.steps.all()[0]) for post in Post.objects.prefetch_related(newest).order_by("pk")]
    return [one for one in found if one.step.stage != CLOSED]


def post(number: int) -> Standing | None:
    return next((one for one in posts() if one.post.pk == number), None)


def reliefs(at: datetime) -> list[Relief]:
    """What helps, or will: what has ended is left out."""
    open_still = Q(until=None) | Q(until__gte=day_of(at))
    return list(Relief.objects.filter(open_still).select_related("by").order_by("since", "pk"))


def help_of(relief: Relief) -> Help:
    return Help(float(relief.part), relief.since, relief.until)


def risks() -> list[Risk]:
    """The lines in force, the gravest first."""
    open_still = Risk.objects.filter(newer=None, closed=False).select_related("by")
    return list(open_still.order_by(-F("chance") * F("harm"), "look_again", "pk"))


def risk(number: int) -> Risk | None:
    return Risk.objects.filter(pk=number, newer=None, closed=False).first()


def doors() -> list[Door]:
    return list(Door.objects.select_related("by").order_by("opened", "pk"))


def past(office: Office, at: datetime) -> Past | None:
    """Calls by half-hour in London time, of whole weeks that ended before today; None where there is no call. A day that was
    counted by hand is as it was counted; every other as the exchange told it. Two queries."""
    last = day_of(at) - timedelta(days=1)
    floor = figures.begins(last - timedelta(weeks=LONGEST) + timedelta(days=1))
    these = {"half_hour__gte": floor, "half_hour__lt": figures.begins(day_of(at))}
    found = list(Counted.objects.filter(**these).values_list("half_hour", "calls"))
    by_hand = {day_of(start) for start, _number in found}
    calls = Call.objects.filter(**these).order_by().values("half_hour").annotate(number=Count("pk"))
    found += [row for row in calls.values_list("half_hour", "number") if day_of(row[0]) not in by_hand]
    if not found:
        return None
    first = min(day_of(start) for start, _number in found)
    first = last - timedelta(weeks=((last - first).days + 1) // 7) + timedelta(days=1)
    return Past(_by_half(found, first), first, last, _holidays(office, first, last + timedelta(days=400)))


def _by_half(found: list[tuple[datetime, int]], first: date) -> dict[tuple[date, int], int]:
    counts: dict[tuple[date, int], int] = {}
    for start, number in found:
        local = start.astimezone(LONDON)
        key = (local.date(), local.hour * 2 + local.minute // 30)
        if key[0] >= first:
            counts[key] = counts.get(key, 0) + number
    return counts


def _holidays(office: Office, first: date, last: date) -> frozenset[date]:
    return frozenset(day for day in changed(office.days_off).holidays if first <= day <= last)


def measured(at: datetime) -> dict[str, float]:
    """What eight weeks of the office's own show. A call's time is talk and writing up; patience is what everybody waited for
    every one who gave up. Two queries."""
    until = datetime.combine(day_of(at), time(0), LONDON).astimezone(UTC)
    since = until - timedelta(weeks=BACK)
    told = Call.objects.filter(half_hour__gte=since, half_hour__lt=until).aggregate(
        talked=Sum("talk"), talks=Count("talk"), wrapped=Sum("wrap_up"), wraps=Count("wrap_up"),
        waited=Sum("wait"), lost=Count("pk", filter=Q(outcome=ABANDONED)),
    )  # fmt: skip
    made: dict[str, float] = {}
    if told["talks"] >= ENOUGH_CALLS:
        wrap = told["wrapped"] / told["wraps"] if told["wraps"] else 0
        made["seconds"] = float(round(told["talked"] / told["talks"] + wrap))
    if told["lost"] >= ENOUGH_LOST:
        made["patience"] = float(round(told["waited"] / told["lost"]))
    return {name: value for name, value in made.items() if value} | _by_way(since, until)


def _by_way(since: datetime, until: datetime) -> dict[str, float]:
    """Contacts a week by the ways that can wait, once eight weeks of contacts are there; and the share in Welsh."""
    own = Contact.objects.filter(source="")
    ways = own.filter(received_at__gte=since, received_at__lt=until).order_by().values("channel")
    rows = {row["channel"]: row for row in ways.annotate(number=Count("pk"), welsh=Count("pk", filter=Q(language="cy")))}
    if not own.filter(received_at__lt=since).exists():
        return {}
    counts: Mapping[str, int] = {way: row["number"] for way, row in rows.items()}
    made = {name: sum(counts.get(way, 0) for way in ways) / BACK for name, ways in WAYS.items()}
    whole = sum(counts.values())
    share = {"welsh": round(100 * sum(row["welsh"] for row in rows.values()) / whole)} if whole >= ENOUGH_CALLS else {}
    return {name: round(value, 1) for name, value in (made | share).items()}


def everything_said() -> QuerySet[Assumption]:
    return Assumption.objects.select_related("by").order_by("-pk")
