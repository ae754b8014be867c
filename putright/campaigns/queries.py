"""Campaigns, their lists, who may be asked, and what came. No writes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from putright.allocation.models import Allocation
from putright.cases.models import NORMAL, Case, Wall
from putright.cases.stages import FINISHED
from putright.hiding import crossed
from putright.invited import queries as invites
from putright.invited import rules as wishes
from putright.law.calendar import day_of
from putright.passes import codes
from putright.people.models import Person, Representation
from putright.people.rules import fold, postcode_key

from . import rules
from .models import Campaign, Entry, Figure, Filter

SHOWN = 200
TOGETHER = 500  # addresses looked for in one query


def campaigns(before: int = 0) -> QuerySet[Campaign]:
    """The newest first, or those older than one, with how many are on the list and how many of them nothing goes to."""
    listed, left = Count("entries"), Count("entries", filter=~Q(entries__why=""))
    joined = ("survey", "by", "forward_by", "signed_by")
    found = Campaign.objects.filter(pk__lt=before) if before else Campaign.objects.all()
    return found.select_related(*joined).annotate(listed=listed, left_out=left).order_by("-pk")


def by_why(campaign: Campaign) -> Counter[str]:
    """How many of the list nothing goes to, by the reason, and how many are asked, by the way. One query."""
    found = Entry.objects.filter(campaign=campaign).order_by().values_list("way", "why").annotate(n=Count("pk"))
    counted: Counter[str] = Counter()
    for way, why, number in found:
        counted[why or way] += number
    return counted


def listed(campaign: Campaign, cases: QuerySet[Case], after: int = 0) -> list[Entry]:
    """The next of the list after that place, but whoever was drawn from a case this reader may not open. One query."""
    open_ones = Entry.objects.filter(Q(case=None) | Q(case__in=cases), campaign=campaign, number__gt=after)
    return list(open_ones.order_by("number")[:SHOWN])


def filters() -> list[Filter]:
    """The newest of each name."""
    return list({one.name: one for one in Filter.objects.order_by("pk")}.values())


def drawable(cases: QuerySet[Case], chosen: dict[str, str]) -> QuerySet[Case]:
    """Finished cases of that filter whose person may be asked in a campaign, the newest first: of those open to whoever draws,
    none that is sensitive, sealed, imported or walled from anybody; nobody for whom somebody else speaks."""
    walled = Exists(Wall.objects.filter(case=OuterRef("pk"), cleared_at=None))
    spoken_for = Exists(Representation.objects.filter(person=OuterRef("complainant"), ended_on=None))
    found = cases.filter(
        stage__in=FINISHED, imported=False, restriction=NORMAL, complainant__isnull=False, complainant__anonymous=False,
    ).filter(~walled, ~spoken_for)  # fmt: skip
    if chosen.get("kind"):
        found = found.filter(kind=chosen["kind"])
    if chosen.get("team"):
        found = found.filter(Exists(Allocation.objects.filter(case=OuterRef("pk"), team__slug=chosen["team"])))
    if chosen.get("since"):
        found = found.filter(finished_at__date__gte=chosen["since"])
    if chosen.get("until"):
        found = found.filter(finished_at__date__lte=chosen["until"])
    return found.select_related("complainant").order_by("-finished_at", "-pk")


def digest(email: str, address: str) -> str:
    """What is kept of an address when it is gone: keyed, so that it lists nobody, and the same for the same address."""
    said = email.strip().casefold() or "".join(c for c in address.casefold() if c.isalnum())
    if not said:
        return ""
    return salted_hmac("putright.campaigns.address", said, secret=settings.SECRET_KEY, algorithm="sha256").hexdigest()


def known_by(reference: str, name: str, worker: str) -> str:
    """The same of somebody who may have no address here: of the reference their worker has for them, else of their name with
    that worker. Empty where neither is given: then nothing tells them apart but their code. Two of one name with one worker
    are held for one, so that nobody who said no is asked; a reference tells them apart."""
    said = f"reference:{fold(reference)}" if fold(reference) else f"{fold(name)}:{fold(worker)}"
    if not (fold(reference) or (fold(name) and fold(worker))):
        return ""
    return salted_hmac("putright.campaigns.worker", said, secret=settings.SECRET_KEY, algorithm="sha256").hexdigest()


def unwilling(digests: Iterable[str]) -> set[str]:
    """Digests of earlier lists, of an address or of whom a worker knows, from which somebody said: no more surveys."""
    return _carried(digests, Entry.objects.filter(invite__no_more=True))


def lately(digests: Iterable[str], besides: Campaign, *, at: datetime) -> set[str]:
    """Digests of whom another campaign asked within the time the office set."""
    since = at - timedelta(days=invites.settings_at(at)[wishes.AGAIN])
    return _carried(digests, Entry.objects.filter(sent_at__gt=since).exclude(campaign=besides))


def _carried(digests: Iterable[str], entries: QuerySet[Entry]) -> set[str]:
    """Which of these digests any of those entries carries."""
    found: set[str] = set()
    for some in _in_parts(sorted(set(digests) - {""})):
        for column in ("digest", "known_by"):
            found |= set(entries.filter(**{f"{column}__in": some}).values_list(column, flat=True))
    return found


def known(rows: Sequence[Entry]) -> dict[int, list[Person]]:
    """Who of a list is somebody here: its number -> everybody with that e-mail, or with that name at that postcode."""
    emails = {one.email.casefold() for one in rows} - {""}
    by_email: dict[str, list[Person]] = {}
    for some in _in_parts(sorted(emails)):
        for person in Person.objects.annotate(folded=Lower("email")).filter(folded__in=some):
            by_email.setdefault(person.email.casefold(), []).append(person)
    places = {one.number: postcode_key(_last_line(one.address)) for one in rows if one.address}
    by_place: dict[tuple[str, str], list[Person]] = {}
    for some in _in_parts(sorted(set(places.values()) - {""})):
        for person in Person.objects.filter(postcode_key__in=some):
            by_place.setdefault((person.postcode_key, fold(person.name)), []).append(person)
    return {
        one.number: by_email.get(one.email.casefold(), []) + by_place.get((places.get(one.number, ""), fold(one.name)), [])
        for one in rows
    }


def _last_line(address: str) -> str:
    """Where a postcode stands."""
    return address.replace(",", "\n").strip().splitlines()[-1]


def code_of(entry: Entry) -> str:
    """The code of an entry, made again from its place and our key: it lies nowhere."""
    made: str = codes.short(settings.SECRET_KEY, "campaign", str(entry.campaign_id), str(entry.number), str(entry.pk))
    return made


def to_send(campaign: Campaign) -> QuerySet[Entry]:
    return Entry.objects.filter(campaign=campaign, why="", sent_at=None).order_by("number")


def to_remind(campaign: Campaign) -> QuerySet[Entry]:
    """Who was written to by e-mail, has not answered, and did not say no more."""
    waits = Entry.objects.filter(campaign=campaign, way=rules.EMAIL, sent_at__isnull=False, invite__answered_at=None)
    return waits.filter(invite__ended_at=None, invite__no_more=False).exclude(email="").order_by("number")


def due(at: datetime) -> Iterable[tuple[str, Campaign, datetime]]:
    """What a campaign owes today: send, remind, clear; and since when. One query, and one for each that sends."""
    today = day_of(at)
    going = Q(signed_at__isnull=False, stopped_at=None, ends_on__gte=today)
    over = Q(cleared_at=None) & (Q(stopped_at__isnull=False) | Q(ends_on__lt=today))
    for one in Campaign.objects.filter(going | over).order_by("pk"):
        if not one.stopped_at and one.ends_on >= today:
            if one.begun_at is None and one.starts_on <= today:
                yield "send", one, one.signed_at or at
            reminds = one.days.reminds_on
            if one.begun_at and one.reminded_at is None and reminds and reminds <= today:
                yield "remind", one, one.begun_at
        elif one.stopped_at or one.days.deletes_on <= today:
            yield "clear", one, one.stopped_at or at


@dataclass(frozen=True)
class Came:
    """How many were asked and answered in one part of the list. None: not shown. The last, with no key, is all together."""

    key: str
    sent: int | None
    answered: int | None

    @property
    def share(self) -> int | None:
        return round(100 * self.answered / self.sent) if self.sent and self.answered is not None else None


def came(campaign: Campaign, by: str, *, smallest: int) -> list[Came]:
    """What came, by `district` or `group`: a table of answered and silent with its totals, so that neither can be worked out
    where it is of few. One query."""
    sent = Entry.objects.filter(campaign=campaign, sent_at__isnull=False).order_by(by).values_list(by)
    rows = list(sent.annotate(n=Count("pk"), answered=Count("pk", filter=Q(invite__answered_at__isnull=False))))
    if not rows:
        return []
    cells = crossed.with_totals([[answered, number - answered] for _key, number, answered in rows])
    away = crossed.hidden(cells, smallest, smallest - 1)
    keys = [*(str(key) for key, _n, _a in rows), ""]
    return [
        Came(key, None if (i, 2) in away else cells[i, 2], None if (i, 0) in away else cells[i, 0]) for i, key in enumerate(keys)
    ]


@dataclass(frozen=True)
class Asked:
    """One question of another body's results: the groups, then each answer with a number for each of them and for all."""

    question: str
    groups: list[str]
    answers: list[tuple[str, list[int | None]]]


def theirs(campaign: Campaign, *, smallest: int) -> list[Asked]:
    """What another body told us, with small numbers hidden as if we published it. One query."""
    held: dict[str, list[Figure]] = {}
    for one in Figure.objects.filter(campaign=campaign).order_by("number"):
        held.setdefault(one.question, []).append(one)
    return [_table(question, rows, smallest) for question, rows in held.items()]


def _table(question: str, rows: list[Figure], smallest: int) -> Asked:
    groups = list(dict.fromkeys(one.group for one in rows))
    answers = list(dict.fromkeys(one.answer for one in rows))
    counts = {(one.answer, one.group): one.count for one in rows}
    cells = crossed.with_totals([[counts.get((answer, group), 0) for group in groups] for answer in answers])
    away = crossed.hidden(cells, smallest, smallest - 1)
    shown = [[None if (i, j) in away else cells[i, j] for j in range(len(groups) + 1)] for i in range(len(answers) + 1)]
    return Asked(question, groups, list(zip([*answers, ""], shown, strict=True)))


def entry_of(secret: str) -> Entry | None:
    """The entry of a code somebody has, or nothing. Two queries."""
    invite = invites.found(secret)
    return Entry.objects.filter(invite=invite).select_related("invite__person").first() if invite else None


def asked_already(campaign: Campaign) -> bool:
    return Entry.objects.filter(campaign=campaign, sent_at__isnull=False).exists()


def newest(campaign: Campaign) -> int:
    """The last place in the list."""
    return Entry.objects.filter(campaign=campaign).order_by(F("number").desc()).values_list("number", flat=True).first() or 0


def _in_parts(values: list[str]) -> Iterable[list[str]]:
    for start in range(0, len(values), TOGETHER):
        yield values[start : start + TOGETHER]
