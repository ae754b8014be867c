"""What was asked outside and has no answer, and everything a supervisor must look at. Cases come in from the door."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Count, DateTimeField, Exists, F, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from putright.allocation.models import Allocation, Handover
from putright.allocation.queries import may_be_apart
from putright.cases.models import Case
from putright.cases.stages import ALLOCATED, FINISHED, HANDED_OVER
from putright.clocks.models import Hint
from putright.contacts.models import Contact
from putright.law.calendar import LONDON, day_of
from putright.messages.rules import NOT_THERE
from putright.passes import codes

from . import rules, staff
from .models import Given, Ladder, Link, Message, Rung
from .rules import DEFAULT, Steps

PAGE = 25
LISTS = ("late", "soon", "free", "unaccepted", "away", "outside")


def steps(on: date) -> Steps:
    """The ladder of that day: the newest row that has begun, or the default that no source gives. One query."""
    row = Ladder.objects.filter(since__lte=on).order_by("since", "pk").last()
    return Steps(row.remind, row.superior, row.supervisor, row.link_days, "office") if row else DEFAULT


def ladders() -> QuerySet[Ladder]:
    return Ladder.objects.select_related("by").order_by("-since", "-pk")


def found(secret: str) -> Link | None:
    """The link of that secret, whether or not it still works. One query, whatever was typed."""
    code = codes.read(secret)
    links = Link.objects.select_related("allocation__case", "allocation__team")
    return links.filter(digest=codes.digest("chasing", code)).first() if code else None


def waits(allocation: Allocation) -> bool:
    return allocation.ended_at is None and allocation.case.stage == ALLOCATED


def trouble(link: Link, at: datetime) -> str:
    """Why a link takes no answer (rules.trouble); empty when it does. Whoever turns out to be linked to the matter is told
    that there is nothing to answer, and not why."""
    waiting = waits(link.allocation) and not may_be_apart(link.allocation.case, link.name, link.number, day_of(at))
    return rules.trouble(ended=link.ended, waits=waiting, until=link.until, at=at)


def last_link(allocation: Allocation) -> Link | None:
    """The newest link of the one who was asked, working or not."""
    asked = Link.objects.filter(allocation=allocation, role=rules.ASKED)
    return asked.select_related("allocation__case").order_by("pk").last()


def links_of(case: Case) -> QuerySet[Link]:
    return Link.objects.filter(allocation__case=case).order_by("pk")


def rungs_of(case: Case) -> QuerySet[Rung]:
    return Rung.objects.filter(allocation__case=case).order_by("pk")


def given_now(case: Case) -> Given | None:
    return Given.objects.filter(case=case, ended_at=None).select_related("to", "by").first()


def words_of(case: Case) -> str:
    """What the person first said, for a handler to shorten before it goes outside. One query."""
    return Contact.objects.filter(case=case).order_by("received_at", "pk").values_list("words", flat=True).first() or ""


def to_climb() -> QuerySet[Allocation]:
    """Requests without an answer, with the highest rung so far, the oldest first."""
    asked = Allocation.objects.filter(ended_at=None, case__stage=ALLOCATED)
    top = Subquery(
        Rung.objects.filter(allocation=OuterRef("pk")).order_by().values("allocation").annotate(n=Max("number")).values("n")[:1]
    )
    return asked.annotate(rung=Coalesce(top, 0)).filter(rung__lt=3).order_by("at", "pk")


def not_reached(cases: QuerySet[Case]) -> QuerySet[Message]:
    """Messages about links that work still, and that did not get through or came back: nobody was asked, and nobody would know.
    A newer one to the same person takes the place of an older one."""
    newer = Message.objects.filter(link=OuterRef("link"), pk__gt=OuterRef("pk"))
    lost = Message.objects.filter(mail__state__in=NOT_THERE, link__ended_at=None, allocation__ended_at=None)
    waiting = lost.filter(allocation__case__in=cases, allocation__case__stage=ALLOCATED)
    return waiting.filter(~Exists(newer)).select_related("link", "mail", "allocation__case").order_by("pk")


# --- the supervisor's lists -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Sheet:
    """Some cases of one list, each with the moment it is there by, and where the next sheet begins."""

    cases: list[Case]
    after: str


def going(open_cases: QuerySet[Case], at: datetime) -> QuerySet[Case]:
    """What is going on, with every moment the lists ask for: due, given to, asked outside."""
    hint = Hint.objects.filter(case=OuterRef("pk")).values("next_due_at")[:1]
    to_them = Given.objects.filter(case=OuterRef("pk"), to=OuterRef("assigned_to"), ended_at=None)
    given = to_them.filter(accepted_at=None).values("at")[:1]
    asked = Allocation.objects.filter(case=OuterRef("pk"), ended_at=None).order_by("-pk")
    over = Handover.objects.filter(case=OuterRef("pk"), outcome_at=None).order_by("-pk").values("at")[:1]
    return open_cases.exclude(stage__in=FINISHED).annotate(
        due=_moment(hint), given=_moment(given), asked=_moment(asked.values("at")[:1]),
        untaken=_moment(asked.filter(accepted_at=None).values("at")[:1]), over=_moment(over),
    )  # fmt: skip


def _moment(rows: QuerySet[object]) -> Subquery:
    return Subquery(rows, output_field=DateTimeField())


def chosen(at: datetime) -> dict[str, Q]:
    """What belongs in each list."""
    last = datetime.combine(rules.horizon(at), time.max, LONDON)
    away = staff.away_on(day_of(at)).values("handler")
    return {
        "late": Q(due__lt=at),
        "soon": Q(due__gte=at, due__lte=last),
        "free": Q(assigned_to=None),
        "unaccepted": Q(given__isnull=False) | Q(untaken__isnull=False, stage=ALLOCATED),
        "away": Q(assigned_to__in=away),
        "outside": Q(asked__isnull=False, stage=ALLOCATED) | Q(over__isnull=False, stage=HANDED_OVER),
    }


BY: dict[str, Callable[[], object]] = {
    "late": lambda: F("due"),
    "soon": lambda: F("due"),
    "free": lambda: F("received_at"),
    "unaccepted": lambda: Coalesce("given", "untaken"),
    "away": lambda: F("received_at"),
    "outside": lambda: Coalesce("asked", "over"),
}


def counts(open_cases: QuerySet[Case], at: datetime) -> dict[str, int]:
    """How many in each list. One query."""
    asked = {f"n_{name}": Count("pk", filter=q) for name, q in chosen(at).items()}
    found = going(open_cases, at).order_by().aggregate(**asked)
    return {name: found[f"n_{name}"] for name in LISTS}


def listed(open_cases: QuerySet[Case], which: str, at: datetime, after: str = "") -> Sheet:
    """One sheet of a list, the longest there first. One query; keyset by (moment, number), so nothing is skipped or shown
    twice while others work."""
    rows = going(open_cases, at).filter(chosen(at)[which]).annotate(since=BY[which]())
    if start := read(after):
        rows = rows.filter(Q(since__gt=start[0]) | Q(since=start[0], pk__gt=start[1]))
    got = list(rows.select_related("complainant", "assigned_to", "team").order_by("since", "pk")[: PAGE + 1])
    shown = got[:PAGE]
    return Sheet(shown, f"{shown[-1].since.isoformat()}~{shown[-1].pk}" if len(got) > PAGE else "")


def read(after: str) -> tuple[datetime, int] | None:
    """Where a sheet begins; None for anything nobody was given."""
    moment, _, pk = after.partition("~")
    try:
        when, number = datetime.fromisoformat(moment), int(pk)
    except ValueError:
        return None
    return (when, number) if when.tzinfo and 0 <= number < 2**63 and 1900 < when.year < 9000 else None


@dataclass(frozen=True)
class Outside:
    """Who outside a case waits for, since when, and what was done about the silence."""

    who: str
    since: datetime
    days: int
    rung: int
    asked: Allocation | None = None
    accepted: bool = False
    link: Link | None = None


def outside(cases: Iterable[Case], language: str, at: datetime) -> dict[int, Outside]:
    """By case. Four queries however many."""
    pks = [case.pk for case in cases]
    made: dict[int, Outside] = {}
    overs = Handover.objects.filter(case__in=pks, outcome_at=None, case__stage=HANDED_OVER).defer("pack").order_by("pk")
    for over in overs:
        made[over.case_id] = Outside(over.body, over.at, rules.waited(over.at, at), 0, None, over.receipt_at is not None)
    asked = Allocation.objects.filter(case__in=pks, ended_at=None, case__stage=ALLOCATED).select_related("team", "to")
    asked = list(asked.order_by("pk"))
    tops = dict(Rung.objects.filter(allocation__in=asked).order_by().values_list("allocation").annotate(n=Max("number")))
    links = {one.allocation_id: one for one in Link.objects.filter(allocation__in=asked, role=rules.ASKED).order_by("pk")}
    for one in asked:
        link = links.get(one.pk)
        name = link.name if link else one.to.name if one.to else ""
        who = f"{name} ({one.team.name(language)})" if name else one.team.name(language)
        made[one.case_id] = Outside(who, one.at, rules.waited(one.at, at), tops.get(one.pk, 0), one,
                                    one.accepted_at is not None, link)  # fmt: skip
    return made
