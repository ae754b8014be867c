"""What is known of a case so far, what the rules find, and what was decided."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from putright.cases import stages
from putright.cases.models import Case
from putright.contacts.models import Contact
from putright.law.calendar import day_of
from putright.law.terms import Finding
from putright.people.models import Handler
from putright.people.queries import colleagues, office, teams

from . import rules
from .models import Answers, Decision, Proposal

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
    return list(Decision.objects.filter(case=case).select_related("by", "seconded_by").order_by("-number"))


def latest(case: Case) -> Decision | None:
    return Decision.objects.filter(case=case).select_related("by", "seconded_by").order_by("-number").first()


def was_handled_first(case: Case) -> bool:
    """Was an attempt made outside Schedule 3, or was it settled at first contact, before anybody thought of recording?"""
    if case.stage == stages.SETTLED:
        return True
    before = Decision.objects.filter(case=case)
    return before.filter(route=rules.OUTSIDE).exists() or before.filter(reason_recorded=AFTER_HANDLING).exists()


@dataclass(frozen=True)
class Weighed:
    """A decision somebody thinks of, beside everything the rules say about it."""

    route: str
    facts: dict[str, str]
    found: dict[str, Finding]
    differs: bool
    needs_second: bool
    clear_at: datetime | None = None


def weighed(case: Case, route: str) -> Weighed:
    """That decision on the answers as they stand: one query."""
    sheet, on = worksheet(case), made_on(case)
    facts = dict(sheet.facts) if sheet else {}
    found = rules.findings(facts, on=on)
    second = rules.needs_second(route, facts, sheet.once_yes if sheet else (), on=on)
    return Weighed(route, facts, found, route != rules.suggested(found), second, sheet.clear_at if sheet else None)


def proposal(case: Case) -> Proposal | None:
    """The last decision put to a second person on this case, if it still waits."""
    last = last_proposal(case)
    return last if last and last.ended_at is None else None


def last_proposal(case: Case) -> Proposal | None:
    return Proposal.objects.filter(case=case).select_related("by", "second", "case").order_by("-pk").first()


def proposals(open_cases: QuerySet[Case]) -> list[Proposal]:
    """Every decision on those cases that waits for a second person, the longest waiting first: one query."""
    waiting = Proposal.objects.filter(ended_at=None, case__in=open_cases)
    return list(waiting.select_related("by", "case__complainant").order_by("at", "pk"))


def authority(case: Case) -> str:
    """Whose complaint it was found to be, by the last decision; empty before one."""
    return Decision.objects.filter(case=case).order_by("-number").values_list("authority", flat=True).first() or ""


def who_refers(authority: str) -> tuple[str, list[Handler]]:
    """To whom a duty to refer is handed: the kind of team that must refer, and its people here. Two queries.

    Referral stays with the authority (PRA 2002 Sch 3 para 4): our commissioner's office where it is that, else the
    force's professional standards."""
    kind = "commissioner" if authority == "local_policing_body" else "standards"
    there = teams(kind)
    return kind, colleagues(*there) if there else []
