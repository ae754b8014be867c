"""The values of the letters in kinds_ours.py, from the case, the office and what was typed. Reads; writes nothing."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from design.dates import day
from offices import in_force
from putright.cases.models import Case
from putright.contacts.models import Contact
from putright.law.calendar import day_of, end_of_day
from putright.law.promises import CountsFrom, Kind, Period, due
from putright.law.refusals import BeyondCalendar
from putright.letterkinds import phrases_ours as phrases
from putright.words.template import Value

if TYPE_CHECKING:
    from offices import Office

    from .filling import Filling

SCHEME = "Police VRR scheme"  # both as one commissioner's office publishes them; a force may promise more
ACKNOWLEDGE = Period(Kind.WORKING_DAYS, 10, SCHEME, counts_from=CountsFrom.RECEIPT)
ANSWER = Period(Kind.WORKING_DAYS, 30, SCHEME, counts_from=CountsFrom.RECEIPT)
SHORTEST = 3  # letters of a name that is looked for by itself: “Jo” would blank out half a letter


def agencies(office: "Office", on: date, language: str) -> dict[str, Value]:
    """Who deals with fraud and who helps victims, as the office pack has them that day; the shorter name is without what it
    was called before."""
    known = {row.slug: row for row in in_force(office.agencies, on)}
    fraud, support = known["fraud"], known["victim-support"]
    named = fraud.words.said(language)
    ring = (support.phone_cy if language == "cy" else None) or support.phone or ""
    return {
        "fraud_body": named, "fraud_short": named.split(" (")[0], "fraud_phone": fraud.phone or "",
        "fraud_website": fraud.website or "", "support_name": support.words.said(language), "support_phone": ring,
        "team": office.name(language),
    }  # fmt: skip


def _helping(f: "Filling", language: str) -> dict[str, Value]:
    return agencies(f.office, day_of(f.at), language) | {"crime_reference": f.written("crime_reference", language)}


def asked_on(f: "Filling") -> date:
    """The day the review was asked for: given by whoever keeps such requests, else the day the contact came."""
    given = f.given.get("asked_on", "")
    return date.fromisoformat(given) if given else day_of(f.received)


def _by(period: Period, since: date, language: str) -> str:
    """The last day of a period; beyond the bank holidays we hold, its length."""
    try:
        return day(due(period, end_of_day(since)).at, language)
    except BeyondCalendar:
        return phrases.WORKING_DAYS[language].format(number=period.n)


def _review_asked(f: "Filling", language: str) -> dict[str, Value]:
    asked = asked_on(f)
    mine: dict[str, Value] = {"asked_on": day(asked, language), "answer_by": _by(ANSWER, asked, language)}
    return _helping(f, language) | mine | {"reviewer": f.written("reviewer", language)}


def _review_longer(f: "Filling", language: str) -> dict[str, Value]:
    return {key: f.written(key, language) for key in ("crime_reference", "reasons", "new_date")}


def _review_result(f: "Filling", language: str) -> dict[str, Value]:
    what, then = phrases.RESULTS.get(f.given.get("result", ""), ({language: ""}, {language: ""}))
    said: dict[str, Value] = {key: f.written(key, language) for key in ("reviewer", "reasons")}
    return _helping(f, language) | said | {"result": what[language], "result_next": then[language]}


def praise(case: Case) -> Contact | None:
    """The message that thanks: the newest one of the case that counts as thanks, never another that lies on the same file."""
    sent = Contact.objects.filter(case=case).select_related("person")
    thanks = sent.filter(kind="compliment").order_by("-received_at", "-pk").first()
    return thanks or (sent.order_by("received_at", "pk").first() if case.kind == "compliment" else None)


def _words(said: Contact | None, *, unnamed: bool) -> str:
    """What they wrote, whole; with the sender's name, where it was to be left out, blanked in their own words too."""
    if said is None:
        return ""
    sender = said.person if unnamed else None
    return blanked(said.words, sender.name, sender.email, sender.phone) if sender else said.words


def blanked(words: str, name: str, *ways: str) -> str:
    """The words without that name, any long part of it, or those ways to reach them."""
    parts = [part for part in re.split(r"[\s\-’']+", name) if len(part) >= SHORTEST]
    for known in sorted({name, *parts, *ways}, key=len, reverse=True):
        if known:
            words = re.sub(rf"(?<!\w){re.escape(known)}(?!\w)", phrases.BLANK, words, flags=re.IGNORECASE)
    return words


def _thanks_told(f: "Filling", language: str) -> dict[str, Value]:
    kept = phrases.NAME_KEPT[language] if f.given.get("unnamed") else ""
    return {"told": _words(praise(f.case), unnamed=False), "told_whom": f.written("told_whom", language), "name_kept": kept}


def _thanks_passed(f: "Filling", language: str) -> dict[str, Value]:
    said, unnamed = praise(f.case), bool(f.given.get("unnamed"))
    name = said.person.name if said and said.person and not unnamed else ""
    came = phrases.CAME_FROM[language].format(name=name) if name else phrases.NO_NAME[language]
    return {"told": _words(said, unnamed=unnamed), "came_from": came, "thanked": f.written("thanked", language)}


def _typed(*keys: str) -> Callable[["Filling", str], dict[str, Value]]:
    def values(f: "Filling", language: str) -> dict[str, Value]:
        return {key: f.written(key, language) for key in keys}

    return values


OF_KIND: Mapping[str, Callable[["Filling", str], dict[str, Value]]] = {
    "thanks_told": _thanks_told,
    "thanks_officer": _thanks_passed,
    "thanks_supervisor": _thanks_passed,
    "fraud_journey": _helping,
    "introduction": _helping,
    "victim_review_asked": _review_asked,
    "victim_review_reviewer": _typed("crime_reference", "reviewer"),
    "victim_review_longer": _review_longer,
    "victim_review_result": _review_result,
    "assessor": _typed("visit", "assessor"),
    "survey": _typed("survey_link"),
    "call_back": _typed("again"),
}
