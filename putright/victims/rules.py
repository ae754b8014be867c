"""What the scheme asks of a review: the facts weighed, who may look at it, by when. Pure; no Django.

The scheme is the police's own (law/victims.py). The order of ranks
and grades is a list of the office; one not in it is not compared."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from putright.codes.rules import Row
from putright.law import calendar
from putright.law.promises import CountsFrom, Kind, Period, due
from putright.law.questions import weigh
from putright.law.terms import Finding
from putright.law.victims import ACKNOWLEDGE, COMPLETE, last_day_to_ask
from putright.people.rules import fold, may_be, same_number

SINCE = date(2015, 4, 1)
TOPIC = "victims-review"  # the kind of contact that asks for one
REVIEWABLE = ("police_decided_no_proceedings", "police_decided_no_cps_referral")
DECISIONS = (
    *REVIEWABLE, "some_charged", "out_of_court_disposal", "victim_withdrew_support", "crime_recording_decision",
    "enquiries_stopped", "decided_by_cps",
)  # fmt: skip
ASKED = ("victim_or_may_speak_for_one", "offence_counted_nationally", "suspect_interviewed_under_caution")
COVERED, LATE, NOT_COVERED, UNKNOWN = "reviewable", "reviewable_if_force_allows", "not_reviewable", "not_known"
CONFIRMED = ("told_of_right", "contact_log", "enquiry_log", "documents", "filed")
STATES = ("not_begun", "begun", "done")
NUMBERS = (1, 2, 3, 4, 5, 6)
HAPPENED = ("arrested", "interviewed", "released", "bail", "no_investigation")
RIGHT_SIX = {  # defaults: working days by which a victim is told of what happened; by whether they have enhanced rights
    enhanced: Period(Kind.WORKING_DAYS, n, "Victims’ Code, right 6 (Bedfordshire PCC)", True, counts_from=CountsFrom.RECEIPT)
    for enhanced, n in ((False, 5), (True, 1))
}


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody of the force: a name as typed, a rank or grade of the list or none, a collar number or none."""

    name: str
    rank: str = ""
    number: str = ""

    def may_be(self, other: "Named") -> bool:
        """The same number, or a name that may be theirs. Fails closed."""
        mine, theirs = fold(self.name), fold(other.name)
        return same_number(self.number, other.number) or may_be(mine, theirs) or may_be(theirs, mine)

    def outranks(self, other: "Named", order: Mapping[str, int]) -> bool:
        """Strictly more senior. Without both ranks nobody can say so, and so not."""
        return self.rank in order and other.rank in order and order[self.rank] > order[other.rank]


def seniority(rows: Iterable[Row]) -> dict[str, int]:
    """Rank or grade -> how senior: the ranks of the list from the lowest up, and each grade of police staff as senior as the
    rank in whose group it stands. Grades of one rank are equal: none looks at what another decided."""
    found: dict[str, int] = {}
    for row in rows:
        found[row.code] = found[row.parent] if row.parent in found else len(found)
    return found


def facts(decision: str, answers: Mapping[str, str], *, told_on: date | None, asked_on: date) -> dict[str, str]:
    """The sheet the law weighs. One decision is one of the kinds and so none of the others."""
    known = {fact: answers.get(fact, UNKNOWN) for fact in ASKED}
    if decision:
        known |= {fact: "yes" if fact == decision else "no" for fact in DECISIONS}
    if told_on:
        known["asked_within_three_months"] = "yes" if asked_on <= last_day_to_ask(told_on) else "no"
    return known


def found(sheet: Mapping[str, str], *, decided_on: date | None, asked_on: date) -> tuple[str, Finding]:
    """COVERED, LATE, NOT_COVERED or UNKNOWN, with the finding behind it. The day of the decision counts; one from before
    the scheme is not covered, whatever else."""
    finding = weigh("vrr", sheet, on=decided_on or asked_on)
    if decided_on and decided_on < SINCE:
        return NOT_COVERED, finding
    return finding.conclusion or UNKNOWN, finding


def needs_reason(finding: str, taken_on: bool) -> bool:
    """Whether a decision must say why: it differs from the finding, nothing is found yet, or it was asked for late."""
    return finding != (COVERED if taken_on else NOT_COVERED)


def may_review(one: Named, *, decided: Named, linked: Collection[Named], order: Mapping[str, int]) -> bool:
    """Not the one who decided, not linked to the matter or in the line of anybody who is, and more senior."""
    return not one.may_be(decided) and not any(one.may_be(other) for other in linked) and one.outranks(decided, order)


def acknowledge_by(asked_on: date) -> datetime:
    return due(ACKNOWLEDGE, calendar.end_of_day(asked_on)).at


def answer_by(asked_on: date) -> datetime:
    return due(COMPLETE, calendar.end_of_day(asked_on)).at


def tell_by(happened_on: date, *, enhanced: bool) -> date:
    """By when right 6 wants a victim told (a default to be checked)."""
    return calendar.day_of(due(RIGHT_SIX[enhanced], calendar.end_of_day(happened_on)).at)
