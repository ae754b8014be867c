"""What of the capture list a case says. Pure: what is known goes in, a state for each field comes out. No Django."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

THERE, MISSING, NOT_APPLICABLE = "there", "missing", "not_applicable"
OF_A_PERSON = ("complainant", "born", "gender", "ethnicity", "disability", "capacity")
FIRST = 2020  # the scheme of 1 February 2020: the first whole financial year


@dataclass(frozen=True)
class Quarter:
    """A quarter of the financial year that begins in April of `year`; 1 is April to June."""

    year: int
    number: int

    @property
    def first(self) -> date:
        return date(self.year + (self.number == 4), (4, 7, 10, 1)[self.number - 1], 1)

    @property
    def after(self) -> date:
        """The first day that is no longer in it."""
        return self.next.first

    @property
    def next(self) -> "Quarter":
        return Quarter(self.year, self.number + 1) if self.number < 4 else Quarter(self.year + 1, 1)

    @property
    def previous(self) -> "Quarter":
        return Quarter(self.year, self.number - 1) if self.number > 1 else Quarter(self.year - 1, 4)

    @property
    def name(self) -> str:
        return f"{self.year}/{(self.year + 1) % 100:02}"


def quarter_of(on: date) -> Quarter:
    return Quarter(on.year - (on.month < 4), (on.month - 4) % 12 // 3 + 1)


@dataclass(frozen=True)
class Alleged:
    """One allegation in the vocabulary of the return. `category`: its code; a letter alone has no sub-category."""

    number: int
    category: str
    names: Mapping[str, str]
    factors: tuple[str, ...] = ()
    outcome: str = ""
    actions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Told:
    """What somebody wrote down for the return: a value, or why there is none."""

    value: str = ""
    why_not: str = ""


@dataclass(frozen=True)
class Known:
    """Everything the house knows of a case that the return asks for. `said`: field -> what the case itself says."""

    reference: str
    said: Mapping[str, str]
    recorded: bool = False
    open: bool = True
    anonymous: bool = False
    organisational: bool = False
    must_refer: bool = False
    alleged: tuple[Alleged, ...] = ()
    told: Mapping[str, Told] = field(default_factory=dict)


@dataclass(frozen=True)
class State:
    """Whether a field is there, missing or does not apply. `why` is a code of fields.WHY_NOT, or what somebody wrote."""

    state: str
    value: str = ""
    why: str = ""


def why_not(code: str, known: Known) -> str:
    """Why a field does not apply by what the case is; empty when it does."""
    reasons = {
        "not_recorded": not known.recorded and code in ("recorded", "reason_recorded", "review_body"),
        "no_referral": not known.must_refer and code == "referred",
        "open": known.open and code in ("finished", "outcomes", "actions"),
        "anonymous": known.anonymous and code in OF_A_PERSON,
        "organisational": known.organisational and code == "subject_role",
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def state(code: str, known: Known) -> State:
    """What the case says beats what was written down beside it; both beat a reason why it need not."""
    told = known.told.get(code, Told())
    if value := known.said.get(code) or told.value:
        return State(THERE, value)
    if why := told.why_not or why_not(code, known):
        return State(NOT_APPLICABLE, why=why)
    return State(MISSING)


def states(codes: Iterable[str], known: Known) -> dict[str, State]:
    return {code: state(code, known) for code in codes}


def missing(codes: Iterable[str], known: Known) -> list[str]:
    return [code for code, one in states(codes, known).items() if one.state == MISSING]


def tally(codes: Iterable[str], cases: Iterable[Known]) -> dict[str, Counter[str]]:
    """Field -> how many cases have it, miss it, or need it not."""
    listed = list(codes)
    found: dict[str, Counter[str]] = {code: Counter() for code in listed}
    for known in cases:
        for code, one in states(listed, known).items():
            found[code][one.state] += 1
    return found


def case_row(codes: Iterable[str], known: Known) -> dict[str, str]:
    """A case as it is sent: each field, and beside those that are empty why."""
    row = {"reference": known.reference, "under_schedule_3": "yes" if known.recorded else "no"}
    for code, one in states(codes, known).items():
        row[code] = one.value if one.state == THERE else f"[{one.state}]"
    return row


def allegation_rows(known: Known) -> list[dict[str, str]]:
    return [
        {
            "reference": known.reference, "number": str(one.number), "category": one.category[:1],
            "category_name": one.names.get("category", ""), "subcategory": one.category if len(one.category) > 1 else "",
            "subcategory_name": one.names.get("subcategory", "No subcategory recorded"),
            "factors": "; ".join(one.factors), "decision": one.names.get("outcome", ""), "decision_code": one.outcome,
            "actions": "; ".join(one.actions),
        }
        for one in known.alleged
    ]  # fmt: skip


def fingerprint(rows: Mapping[str, object]) -> str:
    """The same for the same rows, whatever order their columns were made in."""
    return hashlib.sha256(json.dumps(rows, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def on_all(missing: Iterable[Sequence[str]]) -> list[str]:
    """The codes that stand in every one of several lists, in their order; none for one list alone."""
    first, *others = [*missing] or [()]
    return [code for code in first if all(code in other for other in others)] if others else []
