"""The values of the letters of the Act and its regulations. Reads; writes nothing. Every day is worked out by the law room."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from design.dates import day
from putright.cases.choices import ACTIONS, OUTCOMES, Chosen
from putright.codes.queries import code_list
from putright.codes.rules import Rows
from putright.law.calendar import day_of
from putright.law.ending import REPLY_DAYS
from putright.law.reviews import REVIEW_DAYS, last_day_to_respond
from putright.letterkinds import phrases, promised, reviewers
from putright.letterkinds.parts import IOPC, LPB
from putright.words.template import Value

from .addressee import policing_body

if TYPE_CHECKING:
    from .filling import Filling

Fill = Callable[["Filling", str], dict[str, Value]]


def day_given(f: Filling, key: str, language: str) -> str:
    """A day that was given as 2026-03-27, in words; empty when none was."""
    return day(date.fromisoformat(f.given[key]), language) if f.given.get(key) else ""


def points(f: Filling, language: str) -> dict[str, Value]:
    """What was found on each thing alleged: its outcome and actions by the names of their day, and the handler's words. None
    while one of them lacks its words or, in a recorded complaint, its outcome."""
    rows = f.chosen
    lists = {which: code_list(which) for which in (OUTCOMES, ACTIONS)} if rows else {}
    said = [_point(f, one, lists, language) for one in rows]
    return {"points": said if all(said) else [], "survey": f.written("survey", language)}


def _point(f: Filling, one: Chosen, lists: dict[str, Rows], language: str) -> str:
    outcome, done = (
        [lists[which].name(each.code, each.on, language) for each in one.of(which)] for which in (OUTCOMES, ACTIONS)
    )
    found = f.written(f"found_{one.allegation.number}", language)
    if not found.strip() or (one.recorded and not outcome):
        return ""
    coded = phrases.FOUND[language].format(what=", ".join(outcome)) if outcome else ""
    actions = phrases.DONE[language].format(what=", ".join(done)) if done else ""
    return "\n".join(filter(None, [one.allegation.words, coded, found, actions]))


def review(f: Filling, language: str) -> dict[str, Value]:
    """Who hears a review, by which paragraph or why not the IOPC, and until when (CMR 2020 reg 33(2)(a))."""
    empty: dict[str, Value] = {"review_body": "", "review_why": "", "review_until": "", "review_days": ""}
    choice = f.review
    rule = reviewers.REVIEW_RULES.get(choice)
    if not choice or (rule is None and choice != LPB):
        return empty | result_from(f, language)
    who, why = phrases.REVIEWS["iopc" if rule else "local_policing_body"]
    until, days = reviewers.until(day_of(f.at))
    named = promised.spelled(rule.source, language) if rule else ""
    return result_from(f, language) | {
        "review_body": phrases.said(who, language, f.office, policing_body=_body(f, language)),
        "review_why": phrases.said(why, language, f.office, rule=named),
        "review_until": day(until, language),
        "review_days": str(days),
    }


def result_from(f: Filling, language: str) -> dict[str, Value]:
    """The authority whose result it is: the force, or the policing body for the conduct of a chief officer."""
    ours = bool(f.decision and f.decision.authority == LPB)
    return {"result_from": _the(_body(f, language), language) if ours else f.office.names.force.said(language)}


def findings(f: Filling, language: str) -> dict[str, Value]:
    return points(f, language) | review(f, language)


def no_action(f: Filling, language: str) -> dict[str, Value]:
    return review(f, language) | {"survey": f.written("survey", language)}


def subject_copy(f: Filling, language: str) -> dict[str, Value]:
    """The complaint as the handler passed it for the officer, and whether it says who made it (CMR 2020 reg 3)."""
    them = f.case.complainant
    name = them.name if them else ""
    shown = phrases.SHOWN.get(f.given.get("who_shown", "") if name else "anonymous")
    return {"copy": f.given.get("copy", ""), "made_by": shown[language].format(name=name) if shown else ""}


def referred(f: Filling, language: str) -> dict[str, Value]:
    """The day it went: of our own hand-over to the IOPC, else the day somebody told us."""
    sent = f.handover if f.handover and f.handover.body == "iopc" else None
    on = day(sent.at, language) if sent else day_given(f, "referred_on", language)
    return {"iopc": phrases.IOPC[language], "referred_on": on}


def delay_notice(f: Filling, language: str) -> dict[str, Value]:
    months, following = promised.delays(day_of(f.received), day_of(f.at))
    copy = phrases.NOTICE_COPY if f.to.whom not in (IOPC, LPB) else phrases.NOTICE
    told = copy[language].format(policing_body=_body(f, language))
    return {"months": str(months), "next_notice": day(following, language), "notice_or_copy": told}


def withdrawal_query(f: Filling, language: str) -> dict[str, Value]:
    until, days = promised.reply_by(day_of(f.at))
    return {"reply_by": day(until, language), "reply_days": str(days)}


def withdrawn(f: Filling, language: str) -> dict[str, Value]:
    how = phrases.WITHDRAWN.get(f.given.get("how_withdrawn", ""))
    return {"how_withdrawn": how[language].format(days=REPLY_DAYS) if how else ""}


def review_forwarded(f: Filling, language: str) -> dict[str, Value]:
    body = f.given.get("right_body", "")
    names = {IOPC: phrases.IOPC[language], LPB: _the(_body(f, language), language)}
    return {"right_body": names.get(body, ""), "forwarded_on": day(f.at, language)}


def recommendation(f: Filling, language: str) -> dict[str, Value]:
    """The last day for the authority to answer, from the day of the recommendation (CMR 2020 reg 30(5))."""
    made = f.given.get("recommended_on", "")
    answer_by = day(last_day_to_respond(date.fromisoformat(made)), language) if made else ""
    return result_from(f, language) | {"answer_by": answer_by, "answer_days": str(REVIEW_DAYS)}


def _body(f: Filling, language: str) -> str:
    return policing_body(f.office, language, day_of(f.at))


def _the(name: str, language: str) -> str:
    return phrases.THE[language].format(name=name)


def nothing(f: Filling, language: str) -> dict[str, Value]:
    return {}


OF_KIND: dict[str, Fill] = {
    "subject_copy": subject_copy,
    "outcome": points,
    "findings": findings,
    "review_rights": review,
    "no_action": no_action,
    "meeting": nothing,
    "delay_notice": delay_notice,
    "withdrawal_query": withdrawal_query,
    "withdrawn": withdrawn,
    "review_received": nothing,
    "review_forwarded": review_forwarded,
    "review_refused": nothing,
    "review_notice": nothing,
    "review_decision": nothing,
    "recommendation": recommendation,
    "response_copy": result_from,
}
