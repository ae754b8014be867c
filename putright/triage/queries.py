"""What is known of a case so far, what the rules find, and what was decided."""

from datetime import date

from putright.cases import stages
from putright.cases.models import Case
from putright.contacts.models import Contact
from putright.law.calendar import day_of
from putright.law.terms import Finding
from putright.people.queries import office

from . import rules
from .models import Answers, Decision

AFTER_HANDLING = "dissatisfaction_after_initial_handling"


def contacts(case: Case) -> list[Contact]:
    """Everything they told us, the first contact first: one query."""
    return list(Contact.objects.filter(case=case).select_related("person").order_by("received_at", "pk"))


def worksheet(case: Case) -> Answers | None:
    """The answers gathered so far, with who last changed them; None before anything was asked."""
    return Answers.objects.filter(case=case).select_related("changed_by").first()


def facts(case: Case) -> dict[str, str]:
    """The answers gathered so far: fact to yes, no or not_known."""
    return dict(Answers.objects.filter(case=case).values_list("facts", flat=True).first() or {})


def made_on(case: Case) -> date:
    """The London day whose law applies: the day the complaint was made (PRA 2002 s.13A(4); CMR 2020 reg 1)."""
    return day_of(case.received_at)


def has_process(case: Case) -> bool:
    """Has the office written down what it did with a contact on that day? One query."""
    return bool(office().routes(made_on(case)))


def findings(case: Case) -> dict[str, Finding]:
    return rules.findings(facts(case), on=made_on(case))


def decisions(case: Case) -> list[Decision]:
    """Every decision on the case, the latest first; the ones below it are superseded."""
    return list(Decision.objects.filter(case=case).select_related("by").order_by("-number"))


def latest(case: Case) -> Decision | None:
    return Decision.objects.filter(case=case).select_related("by").order_by("-number").first()


def was_handled_first(case: Case) -> bool:
    """Was an attempt made outside Schedule 3, or was it settled at first contact, before anybody thought of recording?"""
    if case.stage == stages.SETTLED:
        return True
    before = Decision.objects.filter(case=case)
    return before.filter(route=rules.OUTSIDE).exists() or before.filter(reason_recorded=AFTER_HANDLING).exists()
