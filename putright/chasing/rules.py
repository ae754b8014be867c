"""Who should take the next case and why; when somebody silent is asked again; what a link takes. No Django."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from putright.allocation.rules import ADJUSTMENTS, CHOICES, RISK, WELSH
from putright.law.calendar import day_of, england_and_wales
from putright.law.refusals import BeyondCalendar

ASKED, SUPERIOR, SUPERVISOR = "asked", "superior", "supervisor"
ASK, AGAIN = "ask", "again"  # kinds of message, beside SUPERIOR
USED, RENEWED, NOT_ME = "used", "renewed", "not_me"
DECLINED, HANDED_BACK, MOVED = "declined", "handed_back", "moved"
IN_HAND, OUTSIDE, AT_RISK = 2, 1, 1  # what an open case weighs: with us, with others, and more for somebody at risk
SOON = 2  # working days ahead that count as about to be late


@dataclass(frozen=True)
class Steps:
    """The ladder in working days after the request, and how many days a link works. `source` as in an office pack."""

    remind: int = 5
    superior: int = 10
    supervisor: int = 15
    link_days: int = 28
    source: str = "demonstration"  # our own choice: no source gives days for this

    @property
    def rungs(self) -> tuple[int, ...]:
        return self.remind, self.superior, self.supervisor


DEFAULT = Steps()


def climbs(steps: Steps) -> bool:
    """Each rung is later than the one before, and a link works for a day at least."""
    return 1 <= steps.remind < steps.superior < steps.supervisor <= 99 and 1 <= steps.link_days <= 99


def waited(asked_at: datetime, at: datetime) -> int:
    """Whole working days since that day: 1 on the next working day. Beyond the known calendar, weekdays are counted."""
    day, last, count = day_of(asked_at), day_of(at), 0
    while day < last:
        day += timedelta(days=1)
        count += _works(day)
    return count


def _works(day: date) -> bool:
    try:
        return england_and_wales().is_working_day(day)
    except BeyondCalendar:
        return day.weekday() < 5


def rung_due(asked_at: datetime, at: datetime, steps: Steps) -> int:
    """The highest rung whose days have gone by; 0 while none has."""
    days = waited(asked_at, at)
    return sum(days >= needed for needed in steps.rungs)


def horizon(at: datetime) -> date:
    """The last day that still counts as soon."""
    day, left = day_of(at), SOON
    while left:
        day += timedelta(days=1)
        left -= _works(day)
    return day


def trouble(*, ended: str, waits: bool, until: datetime, at: datetime) -> str:
    """Why a link takes no answer: used, renewed, not_me, not_needed, late; empty when it does."""
    if ended:
        return ended
    if not waits:
        return "not_needed"
    return "late" if at > until else ""


@dataclass(frozen=True)
class Colleague:
    """Somebody who could take a case. `load` is the weight of what they have open."""

    pk: int
    name: str
    skills: frozenset[str]
    load: int
    away: bool = False


@dataclass(frozen=True)
class Suggestion:
    """One colleague, and the reasons: the skills wanted that they have and lack, and what they have in hand."""

    pk: int
    name: str
    has: tuple[str, ...]
    lacks: tuple[str, ...]
    load: int


def wanted(
    language: str, *, at_risk: bool, adjustments: bool, topics: Iterable[str] = (), skills: Mapping[str, str] = CHOICES
) -> tuple[str, ...]:
    """The skills a case asks for: by its language, by the person, and by its kind. `skills`: which need wants which, as the
    office chose (allocation.queries.arrangements); a kind wants the skill of its own code."""
    needs = [WELSH] * (language == "cy") + [RISK] * at_risk + [ADJUSTMENTS] * adjustments
    return tuple(dict.fromkeys(filter(None, (skills.get(need, need) for need in (*needs, *topics)))))


def suggest(wants: Iterable[str], colleagues: Iterable[Colleague], *, first: str = WELSH) -> list[Suggestion]:
    """Everybody here today, the best first: most of the skills wanted, before all the one that Welsh wants (`first`), then the
    least in hand."""
    wants = tuple(wants)
    made = [
        Suggestion(one.pk, one.name, tuple(w for w in wants if w in one.skills), tuple(w for w in wants if w not in one.skills),
                   one.load)
        for one in colleagues if not one.away
    ]  # fmt: skip
    return sorted(made, key=lambda one: (first in one.lacks, -len(one.has), one.load, one.name, one.pk))
