"""Who is still to be told: those who are kept informed and have not had what the complainant had, or nothing for four weeks;
and whoever was thanked, where nobody wrote down how to reach them. Reads; writes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from design.dates import day
from putright.cases.models import Case, ComplainedOf
from putright.interested.models import Interested
from putright.law.promises import STATUTORY, due
from putright.letterkinds.asked import NAMES
from putright.letters.addressee import PERSON
from putright.letters.models import PULLED, REPLACED, Letter
from putright.people.models import Handler
from putright.review_letters import waiting as reviews

LOOK_BACK = timedelta(days=35)  # as letters/owed.py: imported and long finished history is never gone through
RESULTS = ("outcome", "findings", "no_action")
TELLS = ("update", *RESULTS)
MOST = 50
SOON = timedelta(days=25)  # of the four weeks in which they hear again (CMR 2020 reg 34(2)(a))


@dataclass(frozen=True)
class Owed:
    """One thing that waits for a person: the case, what, for whom, and where it is done."""

    case: Case
    what: str
    who: str
    href: str


def untold(rows: QuerySet[Interested], at: datetime | None = None) -> list[Owed]:
    """Those who agreed to be told and have had no letter since the complainant was last told something (PRA 2002 s.21), or, by
    `at`, for nearly four weeks on a case that goes on: which letter each is owed, and by when. One query."""
    sent = Letter.objects.exclude(status__in=(PULLED, REPLACED)).filter(case=OuterRef("case")).order_by("-made_at", "-pk")
    newest = sent.filter(person=OuterRef("case__complainant"), kind__in=TELLS)
    theirs = sent.filter(person=OuterRef("person"))
    agreed = rows.filter(agrees="yes", ended_at=None).annotate(
        told_at=Subquery(newest.values("made_at")[:1]), told=Subquery(newest.values("kind")[:1]),
        last_at=Subquery(theirs.values("made_at")[:1]),
    )  # fmt: skip
    behind = Q(told_at__isnull=False) & (Q(last_at=None) | Q(last_at__lt=F("told_at")))
    if at is not None:
        quiet = Q(last_at__lte=at - SOON) | Q(last_at=None, at__lte=at - SOON)
        behind |= quiet & Q(case__finished_at=None, case__imported=False)
    waiting = agreed.filter(behind).select_related("case", "person").annotate(since=Coalesce("last_at", "at"))
    return [_to_tell(row) for row in waiting.order_by("since", "pk")[:MOST]]


def _to_tell(row: Interested) -> Owed:
    """The result where the complainant has had it and they have not; else how things stand."""
    result = row.told in RESULTS and (row.last_at is None or row.last_at < row.told_at)
    kind = "interested_outcome" if result else "interested_update"
    by = day(due(STATUTORY["update"], row.since).at)
    chosen = urlencode({"kind": kind, "to": f"{PERSON}:{row.person_id}"})
    href = f"{reverse('letters:new', args=[row.case.reference])}?{chosen}"
    return Owed(row.case, _("%(what)s, by %(day)s") % {"what": NAMES[kind], "day": by}, row.person.name, href)


def thanked() -> QuerySet[ComplainedOf]:
    """Officers with an account of the same number: a name alone may be another's, who must not read these words."""
    known = ComplainedOf.objects.filter(handler__collar_number=F("officer__collar_number"))
    return known.exclude(officer__collar_number="").exclude(handler__user__email="")


def thanks_to_pass_on(at: datetime) -> QuerySet[Case]:
    """Cases of thanks of which nobody in charge was told yet, the oldest first."""
    passed = Letter.objects.filter(case=OuterRef("pk"), kind="thanks_supervisor")
    found = Case.objects.filter(kind="compliment", imported=False, received_at__gt=at - LOOK_BACK)
    return found.filter(~Exists(passed)).order_by("received_at", "pk")


def for_handler(cases: QuerySet[Case], handler: Handler, at: datetime) -> list[Owed]:
    """What waits for this person, in cases they have and may open. Three queries, more where a review has letters waiting."""
    mine = cases.filter(assigned_to=handler)
    known = thanked().filter(case=OuterRef("pk"))
    asked = thanks_to_pass_on(at).filter(~Exists(known), pk__in=mine.values("pk"))[:MOST]
    return [*untold(Interested.objects.filter(case__in=mine), at), *of_reviews(mine, at), *_to_ask(asked)]


def of_reviews(cases: QuerySet[Case], at: datetime) -> list[Owed]:
    """Letters of a review that the rounds cannot write: no address is held, or the words are not in the reader’s language."""
    wants = {reviews.ADDRESS: _("no address is held"), reviews.WORDS: _("not written in their language yet")}
    return [
        Owed(one.case, f"{one.what} ({wants[one.wants]})", one.who, one.href) for one in reviews.waiting(cases, at)[:MOST]
    ]


def _to_ask(cases: Iterable[Case]) -> list[Owed]:
    words = _("Pass on the thanks: nobody wrote down how to reach whoever was thanked")
    return [Owed(case, words, "", reverse("mailings:thanks", args=[case.reference])) for case in cases]
