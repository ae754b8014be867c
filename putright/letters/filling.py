"""The values of a letter, from the case and from what the handler wrote. Reads; writes nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from design.dates import day
from offices import Office, in_force
from putright.allocation.models import Handover
from putright.cases.models import Allegation, Case
from putright.contacts.models import Contact
from putright.law.calendar import day_of
from putright.law.promises import STATUTORY, due
from putright.law.reviews import RULES, last_day_to_ask
from putright.people.models import Handler
from putright.triage.models import Decision
from putright.words.queries import Book
from putright.words.template import Value

from . import page_code, phrases, promised
from .addressee import Addressee
from .saying import Saying

LONGEST_TOLD = 1500  # characters quoted back in an acknowledgement; the record itself is always whole
REVIEW_RULES = {rule.id: rule for rule in RULES}


@dataclass
class Filling:
    """One letter's case and moment, with everything its words may ask for. Each table is read at most once."""

    case: Case
    given: Mapping[str, str]
    office: Office
    by: Handler | None
    at: datetime
    to: Addressee
    book: Book
    both: bool = False
    received: datetime = field(init=False)

    def __post_init__(self) -> None:
        self.received = self.case.received_at

    @cached_property
    def said(self) -> Saying:
        return Saying(self.office, self.book)

    @cached_property
    def contact(self) -> Contact | None:
        return Contact.objects.filter(case=self.case).order_by("received_at", "pk").first()

    @cached_property
    def decision(self) -> Decision | None:
        return Decision.objects.filter(case=self.case).order_by("-number").first()

    @cached_property
    def handover(self) -> Handover | None:
        return Handover.objects.filter(case=self.case).order_by("-at", "-pk").first()

    @cached_property
    def record(self) -> list[str]:
        """The complaint as it stands on the record: its numbered allegations, or until then their own words, whole."""
        listed = list(Allegation.objects.filter(case=self.case).order_by("number").values_list("words", flat=True))
        return listed or ([self.contact.words] if self.contact else [])

    def written(self, key: str, language: str) -> str:
        """The handler's own words: those for this language, or those given for any."""
        return self.given.get(f"{key}_{language}") or self.given.get(key, "")

    def values(self, kind: str, language: str) -> dict[str, Value]:
        """Every value the words of that kind may name, in that language; an empty one is not known."""
        return _everywhere(self, language) | OF_KIND[kind](self, language)


def _everywhere(f: Filling, language: str) -> dict[str, Value]:
    said = f.said
    return {
        "greeting": _greeting(f.to, language),
        "reference": f.case.reference,
        "received_on": day(f.received, language),
        "phone": said.phone(language),
        "email": said.email(language),
        "post": said.post(language),
        "welcome": f.office.languages.welcome.said(language),
        "choose_language": phrases.CHOOSE_LANGUAGE[language] if f.both else "",
        "signed": said.signature(language, f.by.name if f.by else ""),
    }


def _greeting(to: Addressee, language: str) -> str:
    name = to.person.name if to.person else ""
    if name and to.on_behalf_of:
        return phrases.DEAR_FOR[language].format(name=name, other=to.on_behalf_of)
    return phrases.DEAR[language].format(name=name) if name else phrases.HELLO[language]


def _acknowledgement(f: Filling, language: str) -> dict[str, Value]:
    promise = promised.first_contact(f.office, f.received)
    on_time = promise and promise > f.at
    by = phrases.BY[language].format(day=day(promise, language)) if promise and on_time else phrases.SOON[language]
    adjustments = f.to.person.adjustments if f.to.person else ""
    return _thanks(f, language) | _own_page(f) | {"contact_by": by, "adjustments": adjustments}


def _own_page(f: Filling) -> dict[str, Value]:
    return {"page_code": page_code.place_for(f.to), "website": f.office.contact.website}


def _thanks(f: Filling, language: str) -> dict[str, Value]:
    told = f.contact.words if f.contact else ""
    return {"told": told if len(told) <= LONGEST_TOLD else f"{told[:LONGEST_TOLD].rstrip()} …"}


def _decided(f: Filling, language: str) -> dict[str, Value]:
    since = f.decision.at if f.decision else None
    return {
        "decided_on": day(since, language) if since else "",
        "who": f.case.assigned_to.name
        if f.case.assigned_to
        else phrases.TEAM[language].format(team=f.office.name(language)),
        "record": f.record,
        "grounds": f.written("grounds", language),
        "update_by": _update_by(f, language),
    }


def _passed_on(f: Filling, language: str) -> dict[str, Value]:
    over, person = f.handover, f.case.complainant
    known = person and person.name and (person.email or person.phone or person.address)
    who, what = phrases.BODIES[over.body] if over else ({language: ""}, {language: ""})
    return {
        "to": phrases.said(who, language, f.office),
        "about_them": phrases.said(what, language, f.office),
        "passed_on": day(over.at, language) if over else "",
        "passed_with": (phrases.PASSED_WITH_NAME if known else phrases.PASSED_ALONE)[language],
        "record": f.record,
        "update_by": _update_by(f, language),
    }


def _update(f: Filling, language: str) -> dict[str, Value]:
    words: dict[str, Value] = {key: f.written(key, language) for key in ("progress", "next_step")}
    return words | {"update_by": _update_by(f, language)}


def _outcome(f: Filling, language: str) -> dict[str, Value]:
    words = {key: f.written(key, language) for key in ("outcome", "reasons", "change")}
    return words | _what_next(f, language)


def _question(f: Filling, language: str) -> dict[str, Value]:
    moments = {name: datetime.fromisoformat(f.given[name]) for name in ("answer_by", "until") if f.given.get(name)}
    days: dict[str, Value] = {name: day(moments[name], language) if name in moments else "" for name in ("answer_by", "until")}
    return days | {"question": f.written("question", language), "link": f.written("link", language)}


def _what_next(f: Filling, language: str) -> dict[str, Value]:
    """Outside Schedule 3: ask for a record. Recorded: who reviews, by which paragraph, until when (CMR 2020 reg 33(2)(a))."""
    chosen, recorded = f.given.get("review", ""), f.case.recorded_at is not None
    empty: dict[str, Value] = {"ask_record": "", "review_body": "", "review_why": "", "review_until": ""}
    if not recorded:
        return empty | {"ask_record": phrases.ASK_RECORD[language]}
    if not chosen:
        return empty
    rule = REVIEW_RULES.get(chosen)
    who, why = phrases.REVIEWS["iopc" if rule else "local_policing_body"]
    body = in_force(f.office.policing_bodies, day_of(f.at))[0].name.said(language)
    return empty | {
        "review_body": phrases.said(who, language, f.office, policing_body=body),
        "review_why": phrases.said(
            why, language, f.office, rule=promised.spelled(rule.source, language) if rule else ""
        ),
        "review_until": day(last_day_to_ask(day_of(f.at)), language),
    }


def _update_by(f: Filling, language: str) -> str:
    return day(due(STATUTORY["update"], f.at).at, language)


OF_KIND: dict[str, Callable[[Filling, str], dict[str, Value]]] = {
    "acknowledgement": _acknowledgement,
    "thanks": _thanks,
    "fraud_journey": lambda f, language: {},
    "outside": _decided,
    "recorded": _decided,
    "not_complaint": _decided,
    "passed_on": _passed_on,
    "update": _update,
    "outcome": _outcome,
    "page_code": lambda f, language: _own_page(f),
    "question": _question,
    "question_again": _question,
}
