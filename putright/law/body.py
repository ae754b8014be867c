"""Which body gives a complaint its first handling? PRA 2002 s.13A, by the day the complaint was made.

Reviews come to every local policing body ("model 1"). A notice under s.13A may also bring it first handling ("model 2"),
and keeping the complainant informed to the end ("model 3"). The numbers are usage; the Act has none. A notice covers
only complaints made on or after the day it is given (s.13A(4)). Referral and investigation never pass.
Before 1 February 2020 the rows are those of the Dyfed-Powys joint team's process of 20 October 2014.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from putright.law.refusals import LawRefused
from putright.law.terms import Known, Question, Rows, Rule, Sheet, Verdict, any_row

SINCE = date(2020, 2, 1)
_JOINT_TEAM = "Dyfed-Powys PCC decision of 20 October 2014, processes A to E"
_LPB = "local_policing_body"


def _rule(number: int, fact: str, source: str, owner: str, since: date = SINCE, until: date | None = None) -> Rule:
    return Rule(f"BOD-{number}", "body", fact, source, since, until, concludes=owner)


RULES = (
    _rule(1, "local_policing_body_is_authority", "PRA 2002 s.29(1), Sch 3 para 2", _LPB),
    _rule(2, "notice_for_first_handling", "PRA 2002 s.13A(2), (4)", _LPB),
    _rule(3, "notice_for_keeping_informed", "PRA 2002 s.13A(3), (4)", _LPB),
    _rule(4, "joint_team_in_place", _JOINT_TEAM, "joint_team", date(2014, 10, 20), date(2020, 1, 31)),
)


def first_body(question: Question, rows: Rows) -> Verdict:
    """Any row met names the body; all answered no leaves it with the chief officer."""
    verdict = any_row(question, rows)
    met = [row.rule.concludes for row in rows if row.answer is Known.YES]
    return Verdict(verdict.answer, (), met[0]) if met else verdict


def infer_authority(sheet: Sheet, _on: date) -> Sheet:
    """A complaint about the chief officer's own conduct has the local policing body as its authority."""
    if sheet.get("about_chief_officer_conduct") is Known.YES:
        return {**sheet, "local_policing_body_is_authority": Known.YES}
    return sheet


QUESTION = Question("body", RULES, decide=first_body, infer=infer_authority, reads=("about_chief_officer_conduct",),
                    no_means="chief_officer")


@dataclass(frozen=True, slots=True)
class Handling:
    """Who does what first for a complaint, and by what. `model` is None before the models existed."""

    first_handling: str
    keeps_informed: str
    model: int | None
    source: str


def handling(made_on: date, notices: Sequence[tuple[date, int]], *, joint_team_since: date | None = None) -> Handling:
    """The body for a complaint made on a day where the chief officer is the appropriate authority.

    `notices` are (day given, model) in any order; a withdrawal (CMR 2020 reg 49) is a notice of model 1. The last one
    given by the day the complaint was made counts. Refuses a model that is not 1, 2 or 3, a notice given before
    s.13A was in force, and two notices on one day.
    """
    _check(notices)
    if made_on < SINCE:
        joint = joint_team_since is not None and joint_team_since <= made_on
        return Handling("joint_team" if joint else "chief_officer", "joint_team" if joint else "chief_officer", None,
                        _JOINT_TEAM if joint else "PRA 2002 Part 2 as it stood before 1 February 2020")
    model = max((notice for notice in notices if notice[0] <= made_on), default=(SINCE, 1))[1]
    first = _LPB if model >= 2 else "chief_officer"
    source = {1: "PRA 2002 Sch 3 para 2", 2: "PRA 2002 s.13A(2)", 3: "PRA 2002 s.13A(2)-(3)"}[model]
    return Handling(first, _LPB if model == 3 else "chief_officer", model, source)


def notice_facts(made_on: date, notices: Sequence[tuple[date, int]]) -> dict[str, Known]:
    """The two facts the `body` question asks about notices, worked out from the office's dated notices."""
    model = handling(made_on, notices).model or 1
    return {
        "notice_for_first_handling": Known.YES if model >= 2 else Known.NO,
        "notice_for_keeping_informed": Known.YES if model == 3 else Known.NO,
    }


def notice_from(told_on: date) -> date:
    """The first day a notice under s.13A may be given or withdrawn, once the chief officer is told on a day.

    After 28 days that start with that very day (CMR 2020 regs 48(1)(b), 49).
    """
    return told_on + timedelta(days=28)


def _check(notices: Sequence[tuple[date, int]]) -> None:
    days = [day for day, _ in notices]
    if any(model not in (1, 2, 3) for _, model in notices):
        raise LawRefused("A notice under section 13A leads to model 1, 2 or 3.",
                         "Mae hysbysiad dan adran 13A yn arwain at fodel 1, 2 neu 3.")
    if any(day < SINCE for day in days):
        raise LawRefused("No notice under section 13A can be given before 1 February 2020.",
                         "Ni ellir rhoi hysbysiad dan adran 13A cyn 1 Chwefror 2020.")
    if len(set(days)) != len(days):
        raise LawRefused("Two notices under section 13A have the same day. Keep the one that counts.",
                         "Mae gan ddau hysbysiad dan adran 13A yr un dyddiad. Cadwch yr un sy’n cyfrif.")


def body_on(day: date, bodies: Sequence[tuple[date, str]]) -> str:
    """The name of the local policing body on a day, from the office's dated names in any order.

    A body that hands its functions to another is one more dated name; the rows speak of the local policing body and need no
    change. Refuses a day before the first name, and two names from one day.
    """
    days = [since for since, _ in bodies]
    if len(set(days)) != len(days):
        raise LawRefused("Two bodies begin on the same day. Keep the one that counts.",
                         "Mae dau gorff yn dechrau ar yr un dyddiad. Cadwch yr un sy’n cyfrif.")
    begun = [body for body in bodies if body[0] <= day]
    if not begun:
        raise LawRefused(f"No body is named for {day.isoformat()}.", f"Nid oes corff wedi’i enwi ar gyfer {day.isoformat()}.")
    return max(begun)[1]
