"""What somebody sees on their own page. Reads; writes nothing. Everything is picked by whose it is, never by what is hidden."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from design.dates import day
from offices import Office
from putright.cases.models import SEALED, AccessCase, Case
from putright.cases.stages import FINISHED
from putright.clocks.promises import Clock, State, in_the_law_s_words, next_due
from putright.clocks.queries import for_case
from putright.contacts.models import Contact
from putright.documents.models import Document
from putright.letters.models import SENT, Letter
from putright.people.roles import FRONT, Role

from .models import Ask, Change
from .sittings import Visitor
from .words import ADJUSTMENTS, LATE, LATE_FOR, NEXT, STATUS, WHY


@dataclass(frozen=True)
class Standing:
    """How it stands, and the one next date with its reason. Empty where nothing more is promised."""

    title: str
    words: str
    next: str = ""
    why: str = ""
    working_out: tuple[str, ...] = ()


def standing(case: Case, office: Office, language: str, *, at: datetime) -> Standing:
    """One query. A promise that is about what the force or the IOPC does among themselves is not shown."""
    title, words = (str(part) for part in STATUS[case.stage])
    clocks = [clock for clock in for_case(case, at, office=office) if clock.promise in NEXT]
    clock = next_due(clocks)
    if clock is None or clock.binds_at is None or case.stage in FINISHED:  # no date while every clock stands still
        return Standing(title, words)
    worked = in_the_law_s_words(clock, office).get(language, ())
    return Standing(title, words, _next(clock, clock.binds_at, language), str(WHY[clock.promise]), worked)


def _next(clock: Clock, due_at: datetime, language: str) -> str:
    when = day(due_at, language, weekday=True)
    if clock.state is State.MISSED:
        return str(LATE) % {"day": when, "what": LATE_FOR[clock.promise]}
    return str(NEXT[clock.promise]) % {"day": when}


def letters(visitor: Visitor) -> QuerySet[Letter]:
    """Those that went to them, or to whom they speak for. A letter that waits, failed or was held back is not among them."""
    theirs = Letter.objects.filter(case=visitor.case, person__in=visitor.theirs, status=SENT)
    return theirs.select_related("case", "person").order_by("-sent_at", "-pk")


def contacts(visitor: Visitor) -> QuerySet[Contact]:
    return Contact.objects.filter(case=visitor.case, person__in=visitor.theirs).order_by("-received_at", "-pk")


def files(visitor: Visitor, told: Iterable[Contact]) -> dict[object, list[Document]]:
    """Contact's key -> what they sent with it themselves. One query."""
    found: dict[object, list[Document]] = {}
    theirs = Document.objects.filter(case=visitor.case, came_with__in=[one.key for one in told], by=None)
    for document in theirs.select_related("content").order_by("pk"):
        found.setdefault(document.came_with, []).append(document)
    return found


def file(visitor: Visitor, pk: int) -> Document | None:
    keys = contacts(visitor).filter(by=None).values("key")
    theirs = Document.objects.filter(case=visitor.case, came_with__in=keys, by=None, pk=pk)
    return theirs.select_related("content").first()


def waiting(visitor: Visitor) -> list[Ask]:
    """What they asked for and nobody has dealt with yet: their own, not another's."""
    return list(Ask.objects.filter(held__case=visitor.case, held__person=visitor.person, done_at=None).order_by("pk"))


def unchecked(visitor: Visitor) -> list[Change]:
    return list(
        Change.objects.filter(held__case=visitor.case, held__person=visitor.person, done_at=None, ended_at=None)
    )


def looks(case: Case, office: Office) -> list[tuple[str, int]]:
    """How often colleagues of each kind had the case open, where the office shows that; never of a sealed case, where how
    often somebody looked would itself tell something. No names, and who is kept out of it is not told apart."""
    if not office.shows_looks or case.restriction == SEALED:
        return []
    rows = AccessCase.objects.filter(case=case).order_by().values("access__handler__role").annotate(number=Count("pk"))
    counted: dict[str, int] = {}
    for row in rows:
        who = _kind(Role(row["access__handler__role"]))
        counted[who] = counted.get(who, 0) + row["number"]
    return sorted(counted.items())


def _kind(role: Role) -> str:
    return _("Our own team") if role in FRONT else _("Others who deal with complaints")


def wanted_of(visitor: Visitor) -> list[str]:
    """Which ways of reading they chose before."""
    said = visitor.person.adjustments.splitlines()
    return [name for name, both in ADJUSTMENTS.items() if any(line in said for line in both)]
