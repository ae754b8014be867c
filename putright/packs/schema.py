"""The published shape of a pack (format putright-handover-2). What is taken in is held to it; the JSON Schema in docs/ and at
its public address is printed from it. A field that is not here is refused by name."""

from datetime import date
from functools import cache
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from .making import FORMAT

Words = Annotated[str, StringConstraints(max_length=200_000)]
Short = Annotated[str, StringConstraints(max_length=300)]
Code = Annotated[str, StringConstraints(max_length=60)]
Known = Literal["yes", "no", "not_known"]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class BothWords(Strict):
    en: Short = ""
    cy: Short = ""


class Office(Strict):
    slug: Code
    name: BothWords


class Elsewhere(Strict):
    """What an office that had the case before called it."""

    office: Code
    reference: Code


class KeepFrom(Strict):
    name: Short
    why: Short


class Handling(Strict):
    level: Literal["normal", "sensitive", "sealed"]
    keep_from: list[KeepFrom] = Field(description="People of the receiving body who must not see the case.")


class SafeContact(Strict):
    no_email: bool = False
    no_phone: bool = False
    no_post: bool = False
    no_voicemail: bool = False
    not_before: Annotated[str, StringConstraints(pattern=r"^([0-2][0-9]:[0-5][0-9])?$")] = ""
    not_after: Annotated[str, StringConstraints(pattern=r"^([0-2][0-9]:[0-5][0-9])?$")] = ""
    note: Words = ""


class Speaker(Strict):
    """Who speaks for the complainant. PRA 2002 s.12(6)(b): with written consent, that must be able to be produced."""

    name: Annotated[str, StringConstraints(max_length=200)] = ""
    email: Annotated[str, StringConstraints(max_length=254)] = ""
    phone: Annotated[str, StringConstraints(max_length=40)] = ""
    address: Words = ""
    postcode: Annotated[str, StringConstraints(max_length=10)] = ""
    safe_contact: SafeContact = SafeContact()
    capacity: Annotated[str, StringConstraints(max_length=100)] = ""
    consent_seen_on: date | None = None


class Complainant(Strict):
    """Empty where nothing is known of who complains."""

    name: Annotated[str, StringConstraints(max_length=200)] = ""
    anonymous: bool = False
    language: Literal["", "en", "cy"] = ""
    email: Annotated[str, StringConstraints(max_length=254)] = ""
    phone: Annotated[str, StringConstraints(max_length=40)] = ""
    address: Words = ""
    postcode: Annotated[str, StringConstraints(max_length=10)] = ""
    prefers: Annotated[str, StringConstraints(max_length=10)] = ""
    safe_contact: SafeContact = SafeContact()
    adjustments: Words = ""
    at_risk: bool = False
    representative: Speaker | None = None


class Contact(Strict):
    """One thing they told the office, in their words."""

    received_at: AwareDatetime
    channel: Annotated[str, StringConstraints(max_length=10)]
    kind: Annotated[str, StringConstraints(max_length=20)] = ""
    language: Literal["", "en", "cy"] = ""
    words: Annotated[str, StringConstraints(min_length=1, max_length=200_000)]
    wants: Words = ""
    about: Words = ""
    happened_on: date | None = None
    happened_words: Annotated[str, StringConstraints(max_length=200)] = ""
    place: Short = ""
    crime_reference: Code = ""


class Chosen(Strict):
    """A code of a dated list. `recalled` says that it is from general knowledge: `code`, only the code; `all`, the name too."""

    code: Code
    on: date
    words: BothWords
    recalled: Literal["", "code", "all"] = ""


class Allegation(Strict):
    number: Annotated[int, Field(ge=1, le=9999)]
    words: Words
    category: Annotated[str, StringConstraints(min_length=1, max_length=4)]
    edition: Annotated[str, StringConstraints(max_length=120)]
    category_words: BothWords
    factors: list[Chosen] = []
    outcomes: Annotated[list[Chosen], Field(max_length=1)] = []
    actions: list[Chosen] = []
    officers: list[Annotated[int, Field(ge=1)]] = Field([], description="Places in `officers`, the first is 1.")


class Officer(Strict):
    """Who is complained of; may not be identified, or be the force itself."""

    name: Annotated[str, StringConstraints(max_length=200)] = ""
    collar_number: Annotated[str, StringConstraints(max_length=20)] = ""
    rank: Code = ""
    station: Annotated[str, StringConstraints(max_length=100)] = ""
    description: Words = ""
    organisational: bool = False
    office_holder: Literal["", "chief_officer", "commissioner"] = ""
    identified: bool


class Decision(Strict):
    """A decision with the facts it was made on and, for each question of law, its finding with the rows met and their source."""

    at: AwareDatetime
    by: Short
    office: Code
    facts: dict[str, Known]
    findings: dict[str, dict[str, Any]]
    route: Code
    must_refer: bool
    authority: Code = ""
    differs: bool = False
    because: Words = ""
    reason_recorded: Code = ""


class Attempt(Strict):
    """That it was tried to put it right. Never what was said (PRA 2002 Sch 3 para 6(2E))."""

    offer: Code
    at: AwareDatetime
    content: Known


class Document(Strict):
    name: Annotated[str, StringConstraints(max_length=255)]
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    size: Annotated[int, Field(ge=0)]
    kind: Code
    at: AwareDatetime
    held: Literal["here", "sealed", "elsewhere"]


class Promise(Strict):
    promise: Code
    due_at: AwareDatetime
    source: Short


class Happened(Strict):
    """One line of the chronology: when, what, in which office."""

    at: AwareDatetime
    verb: Code
    office: Code
    channel: Code = ""
    kind: Code = ""
    medium: Code = ""
    route: Code = ""
    body: Code = ""
    content: Code = ""
    offer: Code = ""


class Criterion(Strict):
    id: Code
    source: Short


class Referral(Strict):
    """For the IOPC only. `recalled`: what its form is remembered to ask, not taken from its text."""

    authority: Code
    became_clear_at: AwareDatetime | None
    criteria: list[Criterion]
    recalled: dict[str, Words]


class Withheld(Strict):
    part: Code
    what: Short
    ground: Literal["inadmissible", "sealed_file", "not_needed"]
    source: Short


class Incomplete(Strict):
    missing: list[Code]
    because: Words


class Pack(Strict):
    """A case as one body hands it to another."""

    format: Literal["putright-handover-2"]
    id: UUID = Field(description="The same pack again is the same case.")
    from_: Office = Field(alias="from")
    for_: Literal["standards", "commissioner", "iopc", "panel", "other_force", "agency"] = Field(alias="for")
    receiver: Annotated[str, StringConstraints(max_length=200)] = ""
    agreed: bool = Field(description="The person agrees that an outside agency is told.")
    reference: Code
    references: list[Elsewhere] = []
    stage: Code
    made_at: AwareDatetime
    received_at: AwareDatetime
    recorded_at: AwareDatetime | None
    handling: Handling
    complainant: Complainant
    contacts: Annotated[list[Contact], Field(min_length=1, max_length=500)]
    allegations: Annotated[list[Allegation], Field(max_length=500)]
    officers: Annotated[list[Officer], Field(max_length=500)]
    decisions: Annotated[list[Decision], Field(max_length=500)]
    recovery: Annotated[list[Attempt], Field(max_length=500)]
    documents: Annotated[list[Document], Field(max_length=2000)]
    promised: list[Promise]
    chronology: Annotated[list[Happened], Field(max_length=20_000)]
    referral: Referral | None
    withheld: list[Withheld]
    incomplete: Incomplete | None


@cache
def published(address: str = "") -> dict[str, Any]:
    """The JSON Schema (2020-12) of a pack."""
    made = Pack.model_json_schema(by_alias=True)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": address or f"{FORMAT}.schema.json"}
    return {**head, **made, "title": FORMAT}
