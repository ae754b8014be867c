"""The values of a letter, from the case and from what the handler wrote. Reads; writes nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from design.dates import day
from offices import Office
from putright.allocation.models import Handover
from putright.cases import choices
from putright.cases.choices import Chosen
from putright.cases.models import Case
from putright.cases.queries import allegations
from putright.contacts.models import Contact
from putright.law.promises import STATUTORY, due
from putright.letterkinds import phrases, promised, reviewers
from putright.letterkinds.kinds import KINDS
from putright.letterkinds.parts import COMPLAINANT
from putright.letterkinds.saying import Saying
from putright.people.models import Handler
from putright.triage.models import Decision
from putright.words.queries import Book
from putright.words.template import Value

from . import filling_law, filling_ours, page_code
from .addressee import Addressee, body_name

LONGEST_TOLD = 1500  # characters quoted back in an acknowledgement; the record itself is always whole


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
    said: Saying = field(init=False)

    def __post_init__(self) -> None:
        self.received = self.case.received_at
        self.said = Saying(self.office, self.book)

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
        return [one.words for one in allegations(self.case)] or ([self.contact.words] if self.contact else [])

    @cached_property
    def chosen(self) -> list[Chosen]:
        """Everything alleged, with what came of each."""
        return choices.chosen(self.case)

    @cached_property
    def review(self) -> str:
        return reviewers.chosen(self.case, self.given)

    def written(self, key: str, language: str) -> str:
        """The handler's own words: those for this language, or those given for any."""
        return self.given.get(f"{key}_{language}") or self.given.get(key, "")

    def answers(self, kind: str, language: str) -> dict[str, Value]:
        """Everything the kind asks for, as it was given: a day in words, the rest exactly so."""
        days, asked = filling_law.day_given, KINDS[kind].once
        once = {key: days(self, key, language) if key.endswith("_on") else self.given.get(key, "") for key in asked}
        return {**once, **{key: self.written(key, language) for key in KINDS[kind].asks}}

    def values(self, kind: str, language: str) -> dict[str, Value]:
        """Every value the words of that kind may name, in that language; an empty one is not known."""
        return _everywhere(self, language) | self.answers(kind, language) | OF_KIND[kind](self, language)


def _everywhere(f: Filling, language: str) -> dict[str, Value]:
    said = f.said
    return {
        "greeting": _greeting(f, language),
        "reference": f.case.reference,
        "received_on": day(f.received, language),
        "phone": said.phone(language),
        "email": said.email(language),
        "post": said.post(language),
        "welcome": f.office.languages.welcome.said(language),
        "choose_language": phrases.CHOOSE_LANGUAGE[language] if f.both and f.to.ask and f.to.whom == COMPLAINANT else "",
        "signed": said.signature(language, f.by.name if f.by else ""),
    }


def _greeting(f: Filling, language: str) -> str:
    to = f.to
    name = body_name(to.whom, f.office, language) or to.reach.name
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
        "update_by": _update_by(f, language),
        "update_weeks": str(STATUTORY["update"].n),
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
    return {"update_by": _update_by(f, language)}


def _question(f: Filling, language: str) -> dict[str, Value]:
    moments = {name: datetime.fromisoformat(f.given[name]) for name in ("answer_by", "until") if f.given.get(name)}
    days: dict[str, Value] = {name: day(moments[name], language) if name in moments else "" for name in ("answer_by", "until")}
    return days | {"question": f.written("question", language), "link": f.written("link", language)}


def _update_by(f: Filling, language: str) -> str:
    return day(due(STATUTORY["update"], f.at).at, language)


OF_KIND: dict[str, Callable[[Filling, str], dict[str, Value]]] = {
    "acknowledgement": _acknowledgement,
    "thanks": _thanks,
    "outside": _decided,
    "recorded": _decided,
    "not_complaint": _decided,
    "passed_on": _passed_on,
    "update": _update,
    "referred": lambda f, language: _update(f, language) | filling_law.referred(f, language),
    "page_code": lambda f, language: _own_page(f),
    "interested_update": _update,
    "interested_outcome": lambda f, language: {},
    "address_check": lambda f, language: {"figures": page_code.FIGURES, "website": f.office.contact.website},
    "details_changed": lambda f, language: {},
    "question": _question,
    "question_again": _question,
    **filling_law.OF_KIND,
    **filling_ours.OF_KIND,
}
