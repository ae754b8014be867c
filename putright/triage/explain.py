"""A finding in words: one sentence, because of what, what is not known, what would change it, and how it once was."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from putright.law import words
from putright.law.promises import STATUTORY, Due, due
from putright.law.terms import Known, Rule

from . import rules
from .forms import ANSWERS, ROUTES
from .models import Decision

BODIES = {  # who must refer, by the kind of team
    "standards": gettext_lazy("the force’s professional standards department"),
    "commissioner": gettext_lazy("the commissioner’s office"),
}


@dataclass(frozen=True)
class Reason:
    """One thing a finding rests on. `recalled` says which part of it nobody could check; empty when all is confirmed."""

    words: str
    source: str
    recalled: str = ""


@dataclass(frozen=True)
class Shown:
    """Everything the page says about a finding."""

    sentence: str
    because: tuple[Reason, ...]
    not_known: tuple[tuple[str, str], ...]
    changes: tuple[tuple[str, tuple[str, ...]], ...]
    refer: Due | None = None


@dataclass(frozen=True)
class Past:
    """A decision as it was taken: with its facts, its finding and the law as they then were."""

    decision: Decision
    route: str
    because: tuple[Reason, ...]
    answers: tuple[tuple[str, str], ...]
    law_of: str
    authority: str = ""
    questions: tuple[str, ...] = field(default=())


def finding(found: rules.Found, facts: rules.Facts, clear_at: datetime | None, *, on: date, language: str) -> Shown:
    missing = (fact for fact in rules.still_to_ask(found) if fact in facts)
    changes = rules.would_change(facts, on=on) if found["referral"].rows else {}
    return Shown(
        sentence(found, facts, language), because(found, language),
        tuple((fact, words.fact_question(fact, language)) for fact in missing),
        tuple((leads_to(route), tuple(_change(*one, language) for one in which)) for route, which in changes.items()),
        due(STATUTORY["iopc-referral"], clear_at) if clear_at else None,
    )  # fmt: skip


def sentence(found: rules.Found, facts: rules.Facts, language: str) -> str:
    """The finding in one sentence. Where nothing is suggested: that there is more to ask, or the question that stays open."""
    route = rules.suggested(found)
    if route == rules.NOT_COMPLAINT:
        return words.answer_text("is_complaint", "no", language)
    if route is not None:
        return words.answer_text("recording", "yes" if route == rules.RECORDED else "no", language)
    if owner := rules.elsewhere(found):
        belongs = _("This belongs to %(owner)s. Pass it on, and tell the person what was passed and to whom.")
        return belongs % {"owner": words.conclusion_text(owner, language)}
    if rules.silent(found):
        return _("We hold no rules of law for that day, so nothing can be found. Whatever you decide, say why.")
    if rules.next_step(found, facts):
        return _("It is too early to say. Ask the questions that are left.")
    unsettled = [name for name in ("referral", "is_complaint", "recording") if found[name].answer is Known.NOT_KNOWN]
    return words.answer_text(unsettled[0] if unsettled else "recording", "not_known", language)


def because(found: rules.Found, language: str) -> tuple[Reason, ...]:
    """Every rule met; for what is not a complaint, the answers that make it none; then who must deal with it."""
    reasons = [_reason(rule, language) for name in ("referral", "recording") for rule in found[name].met]
    if found["is_complaint"].answer is Known.NO:
        reasons += [_ground(row.rule.fact, row.rule.source, language) for row in rules.grounds(found)]
    elif rules.suggested(found) == rules.OUTSIDE:
        none_met = _("Every reason to record it was asked about, and none applies.")
        reasons.append(Reason(none_met, "PRA 2002 Sch 3 para 2(6A) to (6C)"))
    reasons += [_reason(rule, language) for rule in found["is_complaint"].met if rule.fact != "made_for_another"]
    return tuple(reasons + [_reason(rule, language) for rule in found["authority"].met])


def _reason(rule: Rule, language: str) -> Reason:
    recalled = words.recalled_part(rule.id, language) if rule.recalled else ""
    return Reason(words.if_yes(rule.id, language), rule.source, recalled)


def _ground(fact: str, source: str, language: str) -> Reason:
    answer = "yes" if fact == "made_for_another" else "no"
    return Reason(f"{words.fact_question(fact, language)} {ANSWERS[answer]}.", source)


def leads_to(route: str | None) -> str:
    return str(ROUTES[route]) if route else _("There would be more to ask, or somebody else decides")


def _change(fact: str, answer: str, language: str) -> str:
    return f"{words.fact_question(fact, language)} {ANSWERS[answer]}."


def past(decisions: Iterable[Decision], language: str) -> list[Past]:
    """Decisions as they were taken. Only the stored rows are read; today's law has no part in it."""
    return [_past(decision, language) for decision in decisions]


def _past(made: Decision, language: str) -> Past:
    kept: Mapping[str, Mapping[str, Any]] = made.findings
    rows = [row for question in rules.ASKED for row in kept.get(question, {}).get("rules", ())]
    reasons = tuple(_then(row, language) for row in rows)
    told = kept.get("is_complaint", {}).get("grounds", ())
    return Past(
        made, str(ROUTES[made.route]), reasons + tuple(_ground(fact, source, language) for fact, source in told),
        tuple((words.fact_question(fact, language), str(ANSWERS[answer])) for fact, answer in made.facts.items()),
        words.long_date(date.fromisoformat(kept["recording"]["on"]), language),
        words.conclusion_text(made.authority, language) if made.authority else "",
        tuple(words.answer_text(name, kept[name]["answer"], language) for name in rules.ASKED if name in kept),
    )  # fmt: skip


def _then(row: Mapping[str, Any], language: str) -> Reason:
    """A row as it was stored: its source and mark are what they were; its words are found by its id, never reused."""
    said = words.if_yes(row["id"], language) if row["id"] in words.names("rules") else row["id"]
    recalled = words.recalled_part(row["id"], language) if row["recalled"] and said != row["id"] else ""
    return Reason(said, row["source"], recalled)
