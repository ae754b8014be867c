"""What is known of a case so far, what the rules find, and what was decided."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from putright.cases import stages
from putright.cases.models import Case, ComplainedOf
from putright.contacts.channels.social.queries import for_triage
from putright.contacts.models import Contact
from putright.contacts.opening import is_open
from putright.law.body import SINCE
from putright.law.calendar import day_of
from putright.law.terms import Finding
from putright.people.models import Handler, Officer
from putright.people.queries import colleagues, office, speaks_for
from putright.people.same import protection

from . import asking, known, rules
from .models import Answers, Decision, Proposal

AFTER_HANDLING = "dissatisfaction_after_initial_handling"


def contacts(case: Case) -> list[Contact]:
    """Everything they told us, the first contact first: one query."""
    return list(Contact.objects.filter(case=case).select_related("person").order_by("received_at", "pk"))


@dataclass(frozen=True)
class Sheet:
    """Everything known of a case: what people answered, and what the file knows by itself (fact to known.Given)."""

    answered: dict[str, str]
    filed: dict[str, known.Given]
    once_yes: tuple[str, ...] = ()
    clear_at: datetime | None = None
    changed_at: datetime | None = None
    changed_by: Handler | None = None

    @property
    def every(self) -> dict[str, str]:
        """All answers, those to the office's own questions too."""
        return asking.merged({fact: given.answer for fact, given in self.filed.items()}, self.answered)

    @property
    def facts(self) -> dict[str, str]:
        """The answers the law asks for."""
        return {fact: answer for fact, answer in self.every.items() if fact not in rules.OWN}


def sheet(case: Case) -> Sheet:
    """What is known of a case so far. As many queries as the file has places to look."""
    kept = Answers.objects.filter(case=case).select_related("changed_by").first()
    filed = known.answers(_filed(case))
    if kept is None:
        return Sheet({}, filed)
    return Sheet(dict(kept.facts), filed, tuple(kept.once_yes), kept.clear_at, kept.changed_at, kept.changed_by)


def worksheet(case: Case) -> Sheet | None:
    """The same; None before anybody has answered anything."""
    found = sheet(case)
    return found if found.changed_at else None


def _filed(case: Case) -> known.Filed:
    first = Contact.objects.filter(case=case).order_by("received_at", "pk").first()
    who, on = case.complainant, made_on(case)
    speaks, then = speaks_for(who), on < SINCE and bool(office().routes(on))
    named = ComplainedOf.objects.filter(case=case).select_related("officer").order_by("pk")
    return known.Filed(
        channel=first.channel if first else "", via=first.via if first else "", kind=case.kind,
        settled=bool(first and first.settled_at), in_hours=then and is_open(office(), case.received_at), asked_then=then,
        officers=tuple(_described(row.officer) for row in named),
        spoken_for=speaks is not None, consent_seen=bool(speaks and speaks.consent_seen_on),
        at_risk=bool(who and protection(who).at_risk),
        seen_on_social=tuple(for_triage(case).items()) if first and first.channel == "social" else (),
    )  # fmt: skip


def _described(one: Officer) -> tuple[str, str, bool, bool]:
    identified = bool(one.name or one.collar_number or one.rank)
    return one.rank, one.office_holder, one.organisational, identified


def facts(case: Case) -> dict[str, str]:
    """The answers people gave so far, the file's own left out: fact to yes, no or not_known."""
    return dict(Answers.objects.filter(case=case).values_list("facts", flat=True).first() or {})


def made_on(case: Case) -> date:
    """The London day whose law applies: the day the complaint was made (PRA 2002 s.13A(4); CMR 2020 reg 1)."""
    return day_of(case.received_at)


def has_process(case: Case) -> bool:
    """Has the office written down what it did with a contact on that day? One query."""
    return bool(office().routes(made_on(case)))


def findings(case: Case) -> dict[str, Finding]:
    return rules.findings(sheet(case).facts, on=made_on(case))


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
    """That decision on everything known as it stands."""
    known_now, on = sheet(case), made_on(case)
    found = rules.findings(known_now.facts, on=on)
    second = rules.needs_second(route, known_now.facts, known_now.once_yes, on=on)
    return Weighed(route, known_now.facts, found, route != rules.suggested(found), second, known_now.clear_at)


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
    """To whom a duty to refer is handed: the kind of team that must refer, and its people here. One query.

    Referral stays with the authority (PRA 2002 Sch 3 para 4): our commissioner's office where it is that, else the
    force's professional standards."""
    kind = "commissioner" if authority == "local_policing_body" else "standards"
    return kind, colleagues(kind=kind)
