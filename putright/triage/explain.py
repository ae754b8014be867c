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

from . import asking, rules
from .models import Decision
from .wording import ANSWERS, ROUTES, question

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
    missing = (fact for fact in asking.still_to_ask(found, facts) if fact in facts)
    asked = [fact for step in asking.STEPS for fact in step.facts if fact not in (*rules.OWNER, *rules.OWN)]
    changes = rules.would_change(facts, on=on, asked=asked) if found["referral"].rows else {}
    return Shown(
        sentence(found, facts, language), because(found, language),
        tuple((fact, question(fact, language)) for fact in missing),
        tuple((leads_to(route), tuple(_change(*one, language) for one in which)) for route, which in changes.items()),
        due(STATUTORY["iopc-referral"], clear_at) if clear_at else None,
    )  # fmt: skip


def sentence(found: rules.Found, facts: rules.Facts, language: str) -> str:
    """The finding in one sentence. Where nothing is suggested: that there is more to ask, or the question that stays open."""
    route = rules.suggested(found)
    if rules.silent(found):
        return _by_process(found, language)
    if route == rules.NOT_COMPLAINT:
        return words.answer_text("is_complaint", "no", language)
    if route is not None:
        return words.answer_text("recording", "yes" if route == rules.RECORDED else "no", language)
    if owner := rules.elsewhere(found):
        belongs = _("This belongs to %(owner)s. Pass it on, and tell the person what was passed and to whom.")
        return belongs % {"owner": words.conclusion_text(owner, language)}
    if asking.next_step(found, facts):
        return _("It is too early to say. Ask the questions that are left.")
    unsettled = [name for name in ("referral", "is_complaint", "recording") if found[name].answer is Known.NOT_KNOWN]
    return words.answer_text(unsettled[0] if unsettled else "recording", "not_known", language)


def _by_process(found: rules.Found, language: str) -> str:
    """Before our rows of law begin: the path of the office's own process, or that nothing can be found."""
    if path := found["route"].conclusion:
        by = _("We hold no rules of law for that day. By the office’s own process of that day: %(path)s.")
        return by % {"path": words.conclusion_text(path, language)}
    return _("We hold no rules of law for that day, so nothing can be found. Whatever you decide, say why.")


def because(found: rules.Found, language: str) -> tuple[Reason, ...]:
    """Every rule met; for what is not a complaint, the answers that make it none; then who must deal with it."""
    reasons = [reason(rule, language) for name in ("referral", "recording") for rule in found[name].met]
    if found["is_complaint"].answer is Known.NO:
        reasons += [_ground(row.rule.fact, row.rule.source, language) for row in rules.grounds(found)]
    elif rules.suggested(found) == rules.OUTSIDE and not rules.silent(found):
        none_met = _("Every reason to record it was asked about, and none applies.")
        reasons.append(Reason(none_met, "PRA 2002 Sch 3 para 2(6A) to (6C)"))
    reasons += [reason(rule, language) for rule in found["is_complaint"].met if rule.fact != "made_for_another"]
    if rules.silent(found):
        reasons += [reason(rule, language) for rule in found["route"].met]
    return tuple(reasons + [reason(rule, language) for rule in found["authority"].met])


def reason(rule: Rule, language: str) -> Reason:
    recalled = words.recalled_part(rule.id, language) if rule.recalled else ""
    return Reason(words.if_yes(rule.id, language), rule.source, recalled)


def _ground(fact: str, source: str, language: str) -> Reason:
    answer = "yes" if fact == "made_for_another" else "no"
    return Reason(f"{words.fact_question(fact, language)} {ANSWERS[answer]}.", source)


def leads_to(route: str | None) -> str:
    return str(ROUTES[route]) if route else _("There would be more to ask, or somebody else decides")


def _change(fact: str, answer: str, language: str) -> str:
    return f"{question(fact, language)} {ANSWERS[answer]}."


def past(decisions: Iterable[Decision], language: str) -> list[Past]:
    """Decisions as they were taken. Only the stored rows are read; today's law has no part in it."""
    return [_past(decision, language) for decision in decisions]


def _past(made: Decision, language: str) -> Past:
    kept: Mapping[str, Mapping[str, Any]] = made.findings
    rows = [row for name in rules.ASKED for row in kept.get(name, {}).get("rules", ())]
    rows = rows or list(kept.get("route", {}).get("rules", ()))  # before our law begins: the office's own process
    reasons = tuple(_then(row, language) for row in rows)
    told = kept.get("is_complaint", {}).get("grounds", ())
    return Past(
        made, str(ROUTES[made.route]), reasons + tuple(_ground(fact, source, language) for fact, source in told),
        tuple((question(fact, language), str(ANSWERS[answer])) for fact, answer in made.facts.items()),
        words.long_date(date.fromisoformat(kept["recording"]["on"]), language),
        words.conclusion_text(made.authority, language) if made.authority else "",
        tuple(_found_then(name, kept[name], language) for name in rules.WEIGHED if name in kept),
    )  # fmt: skip


def _found_then(name: str, one: Mapping[str, Any], language: str) -> str:
    said, path = words.answer_text(name, one["answer"], language), one.get("conclusion", "")
    shown = name in ("route", "split") and path in words.names("conclusions")
    return f"{said} ({words.conclusion_text(path, language)})" if shown else said


def _then(row: Mapping[str, Any], language: str) -> Reason:
    """A row as it was stored: its source and mark are what they were; its words are found by its id, never reused."""
    said = words.if_yes(row["id"], language) if row["id"] in words.names("rules") else row["id"]
    recalled = words.recalled_part(row["id"], language) if row["recalled"] and said != row["id"] else ""
    return Reason(said, row["source"], recalled)
