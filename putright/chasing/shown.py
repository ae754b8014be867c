"""Reasons and rows as a person reads them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from putright.allocation.words import BODIES
from putright.cases import door, stages
from putright.cases.models import Case
from putright.clocks.promises import Clock, next_due
from putright.clocks.queries import for_cases
from putright.codes.queries import asked_once
from putright.law.calendar import day_of

from . import queries, rules, staff
from .queries import Outside
from .rules import Suggestion

OURS = gettext_lazy("Covers for %(name)s.")


def language() -> str:
    return "cy" if (get_language() or "").startswith("cy") else "en"


def reason(request: HttpRequest, one: Suggestion) -> str:
    """Why they are suggested, in one or two short sentences."""
    listed, on = asked_once(request, "skills"), day_of(request.at)

    def named(codes: Iterable[str]) -> str:
        return ", ".join(listed.name(code, on, language()) for code in codes)

    said = [_("Has: %(skills)s.") % {"skills": named(one.has)}] if one.has else []
    said += [_("Lacks: %(skills)s.") % {"skills": named(one.lacks)}] if one.lacks else []
    return " ".join([*said, _("Work in hand: %(load)s.") % {"load": one.load}])


@dataclass(frozen=True)
class Row:
    """One case of a supervisor's list, and what one press would do."""

    case: Case
    clock: Clock | None
    outside: Outside | None
    who: str
    best: Suggestion | None
    why: str
    promise_page: str
    can_remind: bool

    @property
    def stage(self) -> str:
        return stages.name(self.case.stage, language())


def rows(request: HttpRequest, cases: list[Case]) -> list[Row]:
    """A fixed number of queries, however many cases."""
    if not cases:
        return []
    waiting = queries.outside(cases, language(), request.at)
    clocks = for_cases(cases, request.at, office=request.office)
    covers = staff.covers(day_of(request.at))
    offered = staff.suggestions(door.cases(request), request.handler.team, cases, request.at, covers)
    return [
        Row(
            case, clock := next_due(clocks[case.pk]), out := waiting.get(case.pk), who(out),
            best := _best(case, offered[case.pk], covers), _why(request, case, best, covers), _its_promise(case, clock),
            _reminds(out, request.at),
        )
        for case in cases
    ]  # fmt: skip


def who(out: Outside | None) -> str:
    return str(BODIES.get(out.who, out.who)) if out else ""


def _best(case: Case, offered: list[Suggestion], covers: dict[int, int | None]) -> Suggestion | None:
    """Who covers for whoever has it and is away; else the first suggested who does not have it already."""
    cover = covers.get(case.assigned_to_id or 0)
    first = [one for one in offered if one.pk == cover] + [one for one in offered if one.pk != case.assigned_to_id]
    return first[0] if first else None


def _why(request: HttpRequest, case: Case, best: Suggestion | None, covers: dict[int, int | None]) -> str:
    if best is None:
        return ""
    covering = case.assigned_to is not None and covers.get(case.assigned_to.pk) == best.pk
    said = [str(OURS) % {"name": case.assigned_to.name}] if covering and case.assigned_to else []
    return " ".join([*said, reason(request, best)])


def _its_promise(case: Case, clock: Clock | None) -> str:
    """Where the promise explains itself and what may be done about it stands."""
    return reverse("clocks:one", args=[case.reference, clock.promise]) if clock else ""


def _reminds(out: Outside | None, at: datetime) -> bool:
    link = out.link if out else None
    return bool(link and link.email and not rules.trouble(ended=link.ended, waits=True, until=link.until, at=at))
