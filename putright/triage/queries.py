"""What is known of a case so far, what the rules find, and what was decided."""

from datetime import date

from putright.cases.models import Case
from putright.law.terms import Finding

from . import rules
from .models import Answers, Decision


def facts(case: Case) -> dict[str, str]:
    """The answers gathered so far: fact to yes, no or not_known."""
    return dict(Answers.objects.filter(case=case).values_list("facts", flat=True).first() or {})


def made_on(case: Case) -> date:
    """The day whose law applies: the day the complaint was made (PRA 2002 s.13A(4); CMR 2020 reg 1)."""
    return case.received_at.date()


def findings(case: Case) -> dict[str, Finding]:
    return rules.findings(facts(case), on=made_on(case))


def decisions(case: Case) -> list[Decision]:
    """Every decision on the case, the latest first; the ones below it are superseded."""
    return list(Decision.objects.filter(case=case).select_related("by").order_by("-number"))


def latest(case: Case) -> Decision | None:
    return Decision.objects.filter(case=case).order_by("-number").first()
