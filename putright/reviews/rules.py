"""What the law says of an application for a review, and what may be recommended. No Django.

Four questions, each answered with its rows and their sources: is it in time, is there a right to a review, whose is it, is
its form whole. A named person decides; `suggested` only says what the four answers point to."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from putright.codes.rules import Row
from putright.law.questions import weigh
from putright.law.reviews import QUESTION as BODY
from putright.law.reviews import last_day_to_ask
from putright.law.terms import Finding

YES, NO, NOT_KNOWN = "yes", "no", "not_known"
ANSWERS = (YES, NO, NOT_KNOWN)
SINCE = date(2020, 2, 1)
ACCEPTED, REFUSED, FORWARDED, WITHDRAWN = "accepted", "refused", "forwarded", "withdrawn"
ADMITTED = (ACCEPTED, REFUSED, FORWARDED)
GROUNDS = ("no_right", "late", "form", "other")
UPHELD, NOT_UPHELD = "upheld", "not_upheld"
OUTCOMES = (NOT_UPHELD, UPHELD)
IOPC, LPB = "iopc", "local_policing_body"
WHO = ("complainant", "for_them", "somebody_else", NOT_KNOWN)
WHOM = ("authority", "complainant", "interested", "subject")
NOTICE, COPY = "notice", "copy"

# How the complaint was dealt with, as the facts the law asks for.
INVESTIGATED, OTHERWISE = "investigated", "otherwise"
_FACTS = ("recorded_under_schedule_3", "investigated_by_authority", "iopc_investigated_or_directed", "accelerated_report_only")
HANDLED: Mapping[str, Mapping[str, str]] = {
    name: dict(zip(_FACTS, answers, strict=True))
    for name, answers in {
        INVESTIGATED: (YES, YES, NO, NO),
        OTHERWISE: (YES, NO, NO, NO),
        "iopc": (YES, NO, YES, NO),
        "accelerated": (YES, YES, NO, YES),
        "outside": (NO, NO, NO, NO),
        "not_complaint": (NO, NO, NO, NO),
        NOT_KNOWN: (NOT_KNOWN,) * 4,
    }.items()
}
OF_BODY = BODY.facts  # the seven grounds of reg 32, each with its fact
READS = BODY.reads  # other facts from which a ground may follow
# What an application must state (reg 29(5)): in writing, and four particulars.
PARTICULARS = ("writing", "details", "complained_on", "decision_of", "given_on")


@dataclass(frozen=True)
class Application:
    """What is known of an application. `grounds` are answers to the facts of reg 32, and any others on the same sheet."""

    received_on: date
    given_on: date | None = None
    never_given: bool = False
    wrong_on: date | None = None
    sent_on: date | None = None
    complained_on: date | None = None
    decision_of: str = ""
    states: Sequence[str] = ()  # of PARTICULARS, those the application has
    who: str = NOT_KNOWN
    handled: str = NOT_KNOWN
    outcome_given: str = NOT_KNOWN
    grounds: Mapping[str, str] = field(default_factory=dict)

    @property
    def made_on(self) -> date:
        """The day it counts as made: when the wrong body sent it on, else when it reached us (PRA 2002 Sch 3 paras 31-32)."""
        return self.sent_on or self.received_on


@dataclass(frozen=True)
class Line:
    """One row asked, by the code of its words, and its answer. `day` is a day the words name."""

    code: str
    answer: str
    source: str
    recalled: bool = False
    day: date | None = None


@dataclass(frozen=True)
class Found:
    """What one question found. A finding is never a decision."""

    question: str
    answer: str
    conclusion: str
    lines: tuple[Line, ...]
    missing: tuple[str, ...] = ()


def days_with_wrong_body(one: Application) -> int:
    """Whole days that do not count (reg 29(3)): from when it reached the wrong body, or from when time began if that was
    later, until it was sent on."""
    if not (one.wrong_on and one.sent_on and one.given_on):
        return 0
    return max(0, (one.sent_on - max(one.wrong_on, one.given_on)).days)


def last_day(one: Application) -> date | None:
    """The last day to ask; None while no time runs, or the day it began is not known."""
    if one.never_given or one.given_on is None:
        return None
    return last_day_to_ask(one.given_on, days_with_wrong_body=days_with_wrong_body(one))


def in_time(one: Application, *, extended: bool = False) -> Found:
    """Within 28 days that begin the day after the review information was given (reg 29(2)-(4)). Where it was never given,
    time has not begun. More time is a person's decision, and is asked only of what is late."""
    last = last_day(one)
    if one.never_given:
        return Found("time", YES, "not_begun", (Line("not_begun", YES, "CMR 2020 reg 29(2)"),))
    if last is None:
        return Found("time", NOT_KNOWN, "no_day", (Line("no_day", NOT_KNOWN, "CMR 2020 reg 29(2)"),), ("given_on",))
    kept = YES if one.made_on <= last else NO
    lines = [Line("made_on", YES, "PRA 2002 Sch 3 paras 31 and 32" if one.sent_on else "CMR 2020 reg 29(2)", day=one.made_on)]
    if days_with_wrong_body(one):
        lines.append(Line("with_wrong_body", YES, "CMR 2020 reg 29(3)", day=one.wrong_on))
    lines.append(Line("last_day", kept, "CMR 2020 reg 29(2)", day=last))
    if kept == NO and extended:
        return Found("time", YES, "extended", (*lines, Line("extended", YES, "CMR 2020 reg 29(4)")))
    return Found("time", kept, "in_time" if kept == YES else "late", tuple(lines))


def right(one: Application) -> Found:
    """The complainant, or somebody for them, on a recorded complaint the authority finished itself (paras 6A and 25)."""
    facts = {**HANDLED[one.handled], "outcome_given": one.outcome_given}
    law = weigh("review_right", facts, on=one.made_on)
    applicant = {"complainant": YES, "for_them": YES, "somebody_else": NO}.get(one.who, NOT_KNOWN)
    who = Line("who", applicant, "PRA 2002 Sch 3 paras 6A and 25(1B); s.29(2)")
    lines = (who, *_lines(law))
    answer = _both(applicant, str(law.answer))
    missing = ("who",) * (applicant == NOT_KNOWN) + law.missing * (law.answer != NO)
    return Found("right", answer, _why_none(one, applicant, law) if answer == NO else "", lines, missing)


def _why_none(one: Application, applicant: str, law: Finding) -> str:
    if applicant == NO:
        return "not_theirs"
    return "too_early" if one.outcome_given == NO and one.handled in (INVESTIGATED, OTHERWISE, NOT_KNOWN) else one.handled


def whose(one: Application) -> Found:
    """The IOPC's if any ground of reg 32 is met, otherwise the local policing body's (PRA 2002 Sch 3 para 30)."""
    law = weigh("review_body", one.grounds, on=one.made_on)
    ours = {YES: NO, NO: YES}.get(str(law.answer), NOT_KNOWN)
    return Found("body", ours, law.conclusion or "", _lines(law), law.missing if ours == NOT_KNOWN else ())


def form(one: Application, waived: Iterable[str] = ()) -> Found:
    """In writing, with four particulars (reg 29(5)). What is not there may be waived (reg 29(6)): a person decides."""
    stated, let_go = frozenset(one.states), frozenset(waived)
    lines = tuple(
        Line(name, YES if name in stated | let_go else NO, f"CMR 2020 reg 29({6 if name in let_go - stated else 5})")
        for name in PARTICULARS
    )
    missing = tuple(line.code for line in lines if line.answer == NO)
    answer = NO if missing else YES
    return Found("form", answer, "whole" if answer == YES else "not_whole", lines, missing)


def findings(one: Application, *, extended: bool = False, waived: Iterable[str] = ()) -> dict[str, Found]:
    found = (right(one), whose(one), in_time(one, extended=extended), form(one, waived))
    return {each.question: each for each in found}


def suggested(found: Mapping[str, Found]) -> str:
    """What the findings point to; empty while something must first be known, asked for or waived.

    No right: refused. The IOPC's: forwarded as it is, for the IOPC to look at its time and form. Late: refused."""
    if found["right"].answer == NO:
        return REFUSED
    if found["body"].conclusion == IOPC:
        return FORWARDED
    if NOT_KNOWN in (found["right"].answer, found["body"].answer, found["time"].answer):
        return ""
    if found["time"].answer == NO:
        return REFUSED
    return ACCEPTED if found["form"].answer == YES else ""


def ground(found: Mapping[str, Found]) -> str:
    """Why it would be refused, by the findings."""
    if found["right"].answer == NO:
        return "no_right"
    if found["time"].answer == NO:
        return "late"
    return "form" if found["form"].answer == NO else ""


def _lines(law: Finding) -> tuple[Line, ...]:
    return tuple(Line(row.rule.fact, str(row.answer), row.rule.source, row.rule.recalled) for row in law.rows)


def _both(*answers: str) -> str:
    if NO in answers:
        return NO
    return NOT_KNOWN if NOT_KNOWN in answers else YES


# The groups of the list `review-ways`: after which handling a way may be chosen. What the law leaves out is asked for to be
# refused with the reason.
EITHER, NEVER = "after-either", "never"
AFTER = {OTHERWISE: "after-otherwise", INVESTIGATED: "after-investigated"}
MONEY = re.compile(r"compensat|iawndal|digolled|damages|ex gratia", re.IGNORECASE)


def ways(rows: Iterable[Row], handled: str) -> tuple[Row, ...]:
    """Of the rows of a day, what may be chosen after that handling; compensation among them, to be refused."""
    return tuple(row for row in rows if row.parent and row.parent in (EITHER, NEVER, AFTER.get(handled)))


def is_compensation(way: Row, words: str) -> bool:
    """Whether a remedy is compensation by its group, its name or its words, whatever an office calls it."""
    return way.parent == NEVER or (way.parent == EITHER and MONEY.search(f"{way.en} {way.cy} {words}") is not None)


def outcome_of(points: Iterable[str]) -> str:
    """What the points say together: upheld if the outcome was not reasonable and proportionate on any of them."""
    return UPHELD if NO in points else NOT_UPHELD


ASKED, LOOKED_AT, DECIDED, WAITING, ANSWERED, FINISHED = "asked", "looked_at", "decided", "waiting", "answered", "finished"
STAGES = (ASKED, LOOKED_AT, DECIDED, WAITING, ANSWERED, FINISHED)
# The work of a review at each stage, most of it in this order; a deed is a page and an action.
DEEDS: Mapping[str, tuple[str, ...]] = {
    ASKED: ("admit", "learn", "request", "came", "extend", "waive", "withdraw"),
    LOOKED_AT: ("notify", "point", "decide", "request", "came", "withdraw"),
    DECIDED: ("recommend", "finish", "notify"),
    WAITING: ("answered", "remind", "longer"),
    ANSWERED: ("copy", "finish"),
    FINISHED: (),
}


def stage(*, admitted: str, outcome: str, recommended: bool, answered: bool, finished: bool) -> str:
    if finished:
        return FINISHED
    if not admitted:
        return ASKED
    if not outcome:
        return LOOKED_AT
    if not recommended:
        return DECIDED
    return ANSWERED if answered else WAITING


OWN = frozenset({"received", "joined", "raised", "acknowledged", "walled", "restricted", "filed"})  # no part in the handling


def had_part(verbs: Iterable[str]) -> bool:
    """Whether somebody who did those things before the application came had a part in the handling. Anything counts but
    taking in a contact, raising danger, keeping somebody out, and work on a review."""
    return any(verb not in OWN and not verb.startswith("review_") for verb in verbs)


def is_late(answer_by: date, on: date) -> bool:
    return on > answer_by


def reminder_on(answer_by: date) -> date:
    """A week before the authority’s last day to answer."""
    return answer_by - timedelta(days=7)
