"""What the findings suggest, and when a decision differs from them. No Django: a finding goes in, a word comes out."""

from collections.abc import Mapping
from datetime import date

from putright.law.questions import weigh
from putright.law.terms import Finding, Known

# In the order that settles most contacts soonest and raises danger first.
ASKED = ("referral", "recording", "is_complaint", "authority")
OUTSIDE, RECORDED, NOT_COMPLAINT = "outside", "recorded", "not_complaint"


def findings(facts: Mapping[str, str], *, on: date) -> dict[str, Finding]:
    """Every question of triage weighed by the law of that day. Refuses a fact or an answer it does not know."""
    return {question: weigh(question, facts, on=on) for question in ASKED}


def suggested(found: Mapping[str, Finding]) -> str | None:
    """The route the findings lead to, or None while they do not settle it.

    A duty to record comes first: it stands even while it is not known whether this is a complaint at all, because
    not knowing never lowers protection."""
    if found["recording"].answer is Known.YES or found["referral"].answer is Known.YES:
        return RECORDED
    if found["is_complaint"].answer is Known.NO:
        return NOT_COMPLAINT
    if found["recording"].answer is Known.NO and found["is_complaint"].answer is Known.YES:
        return OUTSIDE
    return None


def still_to_ask(found: Mapping[str, Finding]) -> tuple[str, ...]:
    """The facts not yet known that could still change an answer, each once, in the order of ASKED."""
    return tuple(dict.fromkeys(fact for question in ASKED for fact in found[question].missing))


def reason_recorded(found: Mapping[str, Finding], earlier: bool) -> str:
    """Why it is recorded, in the national return's words. `earlier`: it was first handled outside Schedule 3."""
    reasons = {rule.concludes for rule in found["recording"].met}
    if "nature_of_allegation" in reasons or found["referral"].answer is Known.YES:
        return "nature_of_allegation"
    if "complainant_wishes" in reasons:
        return "dissatisfaction_after_initial_handling" if earlier else "complainant_wishes"
    return "body_decides"


def may_decide(route: str, found: Mapping[str, Finding]) -> bool:
    """Recording is always open: it is in the complainant's favour (PRA 2002 Sch 3 para 2(6A)(b)). The others must not
    decide away a duty that is met or not yet known."""
    if route == RECORDED:
        return True
    safe = found["recording"].answer is Known.NO and found["referral"].answer is Known.NO
    return safe if route == OUTSIDE else safe or found["is_complaint"].answer is Known.NO


