"""What an office pack holds. Every datum says where it came from; every text is in both languages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Literal, Protocol

from offices.sources import Source

Language = Literal["en", "cy"]
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Employer = Literal["commissioner", "chief_constable"]
ChannelName = Literal["web", "phone", "ivr", "email", "chat", "chat_offline", "letter", "counter", "officer", "social"]
PromiseName = Literal[
    "first-contact", "refer", "iopc-referral", "update", "outcome", "reply", "review-received", "review-done", "review-answer",
    "vrr-acknowledge", "vrr-complete",
]
PeriodKind = Literal["working_days", "days", "weeks", "months", "hours", "end_of_next_day"]
TeamKind = Literal["front", "local", "department", "standards", "commissioner", "iopc", "panel", "other_force"]
StaffRole = Literal["handler", "supervisor", "standards", "local_supervisor", "analyst", "privacy", "senior", "administrator"]
Allegation = Literal[
    "Delivery of duties and service",
    "Police powers, policies and procedures",
    "Handling of or damage to property/premises",
    "Access and/or disclosure of information",
    "Use of police vehicles",
    "Discriminatory behaviour",
    "Abuse of position/corruption",
    "Individual behaviours",
    "Sexual conduct",
    "Discreditable conduct",
    "Other",
]


@dataclass(frozen=True)
class Text:
    """One thing said in both languages."""

    en: str
    cy: str

    def said(self, language: str) -> str:
        return self.cy if language == "cy" else self.en


class Dated(Protocol):
    """Anything true from one day (None: always was) to another, both days included (None: still is)."""

    @property
    def since(self) -> date | None: ...
    @property
    def until(self) -> date | None: ...


def in_force[D: Dated](rows: Iterable[D], on: date) -> tuple[D, ...]:
    """The rows true on that day, in the order they were written."""
    return tuple(r for r in rows if (r.since is None or r.since <= on) and (r.until is None or on <= r.until))


@dataclass(frozen=True)
class Names:
    team: Text
    body: Text
    force: Text
    source: Source
    cite: str = ""


@dataclass(frozen=True)
class Contact:
    """How the demonstration says the team is reached. Fictional numbers and addresses only."""

    phone: str
    email: str
    website: str
    address: Text
    source: Source


@dataclass(frozen=True)
class Languages:
    """Which languages the office works in, which comes first, and whether Welsh is offered before it is asked for."""

    first: Language
    offered: tuple[Language, ...]
    active_offer: bool
    welcome: Text
    source: Source
    cite: str = ""


@dataclass(frozen=True)
class PolicingBody:
    """The local policing body. Dated, because one body may hand over to another."""

    name: Text
    short: Text
    source: Source
    since: date | None = None
    until: date | None = None
    cite: str = ""


@dataclass(frozen=True)
class Functions:
    """Which complaint functions the local policing body holds (section 13A, Police Reform Act 2002).

    model 0: the law gave no choice yet; 1: reviews only; 2: first contact, the recording decision and putting right
    outside Schedule 3; 3: model 2 and keeping people informed. Counts for complaints made on or after `notice`.
    """

    model: Literal[0, 1, 2, 3]
    holder: Employer
    words: Text
    source: Source
    since: date | None = None
    until: date | None = None
    notice: date | None = None
    cite: str = ""


@dataclass(frozen=True)
class Hours:
    """Opening hours, London time. A planned row is an intention: it is shown, and never in force."""

    days: tuple[Day, ...]
    opens: time
    closes: time
    source: Source
    since: date | None = None
    until: date | None = None
    planned: bool = False
    note: Text | None = None
    cite: str = ""


@dataclass(frozen=True)
class Channel:
    """A way in. `counts_as` names the channel the month counts it under, where that differs; `option` is the figure to
    press in a telephone menu."""

    slug: ChannelName
    words: Text
    source: Source
    counts_as: ChannelName | None = None
    option: str | None = None
    since: date | None = None
    until: date | None = None
    planned: bool = False
    note: Text | None = None
    cite: str = ""


@dataclass(frozen=True)
class Promise:
    """How long something may take. `restarts_when_clarified`: counts again from the day it proved to be a complaint.

    `stops_for`: the reasons for which its clock may stand still. `extends_times`: how often it may be extended, each time by
    `extends_by` at most: hours, working days or, for all else, days. `warns`: so many days before it is due. `agreed`: the
    day a row came to stand beside those of the pack."""

    name: PromiseName
    kind: PeriodKind
    number: int
    words: Text
    source: Source
    statutory: bool = False
    restarts_when_clarified: bool = False
    stops_for: tuple[str, ...] = ()
    extends_times: int = 0
    extends_by: int = 0
    warns: int | None = None
    since: date | None = None
    until: date | None = None
    note: Text | None = None
    cite: str = ""
    agreed: date | None = None


@dataclass(frozen=True)
class Benchmark:
    """A figure to set ours beside; never a promise to anybody."""

    name: str
    kind: PeriodKind
    ours: int
    others: int
    words: Text
    source: Source
    note: Text | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Team:
    slug: str
    kind: TeamKind
    words: Text
    source: Source
    since: date | None = None
    until: date | None = None
    cite: str = ""


@dataclass(frozen=True)
class Agency:
    """Somebody outside who can help. Two rows may share a slug when the agency changed its name."""

    slug: str
    words: Text
    helps: Text
    source: Source
    phone: str | None = None
    phone_cy: str | None = None
    website: str | None = None
    since: date | None = None
    until: date | None = None
    cite: str = ""


@dataclass(frozen=True)
class Reason:
    """Why somebody got in touch: the office's own list, two levels deep. A row without `under` is a group."""

    code: str
    words: Text
    source: Source
    under: str | None = None
    allegation: Allegation | None = None


@dataclass(frozen=True)
class Costs:
    """A year's cost figures in pounds. The report says "not set" where an office has none."""

    year: str
    team_cost: Decimal
    hourly_rate: Decimal
    minutes_saved: Decimal
    source: Source
    note: Text
    benchmark_per_contact: Decimal | None = None
    contact_share: Decimal | None = None  # of the team's time, per cent, that goes to contacts; None: all of it is counted
    contacts: int | None = None
    settled_at_first_contact: int | None = None
    since: date | None = None
    until: date | None = None
    cite: str = ""


@dataclass(frozen=True)
class Process:
    name: str
    words: Text
    source: Source
    since: date | None = None
    until: date | None = None
    cite: str = ""


@dataclass(frozen=True)
class Route:
    """One step of a written process: who first heard it, what it was found to be, and what happens then."""

    process: str
    letter: str
    order: int
    finding: Literal["any", "complaint", "dissatisfaction"]
    does: Literal["hand_over", "recover", "allocate", "refer", "pass_to_team", "keep"]
    words: Text
    source: Source
    about: Literal["anyone", "below_chief_constable", "chief_constable"] = "anyone"
    when: Literal["any", "open", "closed"] = "any"
    teams: tuple[str, ...] = ()
    reviewed_by_team: bool = False
    promise: PromiseName | None = None


@dataclass(frozen=True)
class Staff:
    """An invented member of the demonstration's staff: who employs them, and whose direction they work under."""

    slug: str
    name: str
    role: StaffRole
    title: Text
    team: str
    employer: Employer
    direction: Employer
    languages: tuple[Language, ...]
    source: Source
    since: date | None = None
    until: date | None = None
    cite: str = ""
