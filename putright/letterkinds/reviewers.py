"""Who hears a review of this case's result, as the law room finds it, and what a letter says of it. Reads; writes nothing."""

from collections.abc import Mapping
from datetime import date

from putright.allocation.models import Handover
from putright.cases.models import Case
from putright.law.questions import weigh
from putright.law.reviews import QUESTION, REVIEW_DAYS, RULES, last_day_to_ask
from putright.law.terms import Finding, Known
from putright.triage import queries, rules

from .parts import IOPC, LPB

REVIEW_RULES = {rule.id: rule for rule in RULES}


def found(case: Case) -> Finding:
    """By the law of the day the complaint was made, from what is answered, decided and handed over. About nine queries."""
    on = queries.made_on(case)
    facts = rules.worked_out(queries.sheet(case).facts, on=on)
    latest = queries.latest(case)
    sent = Handover.objects.filter(case=case, body="iopc").exists()
    if sent or (latest and latest.must_refer):
        facts["referred_or_must_be"] = "yes"
    return weigh(QUESTION.name, facts, on=on)


def chosen(case: Case, given: Mapping[str, str]) -> str:
    """A rule's id for the IOPC, or LPB: what the handler chose, else what the law settles; empty while neither does."""
    if given.get("review"):
        return given["review"]
    finding = found(case)
    if finding.answer is Known.YES:
        return next((rule.id for rule in finding.met), "")
    return LPB if finding.answer is Known.NO and finding.rows else ""


def contradicts(case: Case, choice: str) -> Finding | None:
    """The finding that says another body than the one chosen. Nobody is sent to the wrong one by a slip: the answer that
    is wrong is the one to change."""
    finding = found(case)
    settled = {Known.YES: IOPC, Known.NO: LPB}.get(finding.answer) if finding.rows else None
    body = LPB if choice == LPB else IOPC
    return finding if settled and settled != body else None


def until(given_on: date) -> tuple[date, int]:
    """The last day to ask, and how many days that is the last of (CMR 2020 reg 29(2))."""
    return last_day_to_ask(given_on), REVIEW_DAYS
