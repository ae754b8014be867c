"""What another system may send and what it is answered: the shapes, with the words that describe them to a web team."""

import re
from datetime import date
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import AfterValidator, ConfigDict, Field, StrictBool, StrictStr
from pydantic_core import PydanticCustomError

DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
HOUR = r"^(?:[01][0-9]|2[0-3]):[0-5][0-9]$"
EMAIL = r"^[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,60}(?:\.[A-Za-z0-9-]{1,60}){1,4}$"
SOMETHING = (
    "[!-~\u00a1-\u167f\u1681-\u1fff\u3001-\ud7ff\uf900-\ufffd\U00010000-\U0010ffff]"  # one letter, mark or picture
)


def _day(text: str | None) -> str | None:
    try:
        if text is not None and not re.fullmatch(DAY[1:-1], text):
            raise ValueError(text)
        return date.fromisoformat(text).isoformat() if text is not None else None
    except ValueError as none_such:
        raise PydanticCustomError("no_day", "not a date") from none_such


def _as(pattern: str, code: str) -> AfterValidator:
    """Checked here, so that the sentence about it is ours; described by the same pattern."""

    def checked(text: str | None) -> str | None:
        if text is not None and not re.search(pattern.replace("$", r"\Z"), text):
            raise PydanticCustomError(code, "not as described")
        return text

    return AfterValidator(checked)


def text(longest: int, about: str, *, example: str = "", **more: Any) -> Any:
    extra: dict[str, Any] = {"examples": [example]} if example else {}
    return Field(None, max_length=longest, description=about, json_schema_extra={**extra, **more})


Text = StrictStr | None
Hour = Annotated[StrictStr | None, _as(HOUR, "hour")]


class Strict(Schema):
    """A field that is not here is refused by name."""

    model_config = ConfigDict(extra="forbid")


class PersonIn(Strict):
    """Whom it is about, as they gave it. Everything may be left out: nobody has to say who they are."""

    name: Text = text(200, "Their name, as they write it.", example="Ffion Rees")
    email: Annotated[StrictStr | None, _as(EMAIL, "email")] = text(
        254, "Where we may write to. Leave it out if they gave none.", example="ffion@example.com", pattern=EMAIL)  # fmt: skip
    phone: Text = text(40, "A number to ring, as typed.", example="07700 900123")
    address: Text = text(500, "A postal address, lines parted by new lines.")
    postcode: Text = text(10, "A postcode, as typed.", example="SA31 1AA")
    prefers: Literal["email", "phone", "post"] | None = Field(None, description="How they would rather hear from us.")
    adjustments: Text = text(
        2000, "What they need so that they can deal with us: large print, an interpreter, a call at noon."
    )
    at_risk: StrictBool = Field(
        False, description="They say that they, or somebody, are in danger. We look at these first."
    )
    no_phone: StrictBool = Field(False, description="Never ring them.")
    no_voicemail: StrictBool = Field(False, description="Never leave a message.")
    no_email: StrictBool = Field(False, description="Never email them.")
    no_post: StrictBool = Field(False, description="Never write to their address.")
    not_before: Hour = text(5, "Do not ring before this time of day (London).", example="09:00", pattern=HOUR)
    not_after: Hour = text(5, "Do not ring after this time of day (London).", example="17:30", pattern=HOUR)
    note: Text = text(300, "Anything else about reaching them safely.")


class ContactIn(Strict):
    """One thing a person told you for us. Only the words are needed. Send it as they wrote it: do not tidy it."""

    words: Annotated[StrictStr, _as(SOMETHING, "no_words")] = Field(
        max_length=50_000, description="What happened, in their words. It must have at least one letter, figure or sign.",
        json_schema_extra={"minLength": 1, "examples": ["Nobody has told me what happened about my burglary."]})  # fmt: skip
    kind: Literal["complaint", "dissatisfaction", "compliment", "enquiry"] | None = Field(
        None, description="What they say it is. Leave it out if you did not ask: a person here will read it.")  # fmt: skip
    topic: Text = text(30, "What it is about: a code of the kinds this office has (see “kinds”). It says what it counts as,"
                           " unless “kind” says otherwise.", example="vehicle-recovery")  # fmt: skip
    answers: dict[StrictStr, Annotated[StrictStr, Field(max_length=1000)]] | None = Field(
        None, description="The answers to that kind's questions, by the names of the questions. Leave out what they did not"
        " answer. A day is written 2026-03-27, an amount 192.50.", max_length=30,
        json_schema_extra={"examples": [{"registration": "AB12 CDE"}]})  # fmt: skip
    language: Literal["en", "cy"] | None = Field(None, description="The language they chose: we answer in it.")
    wants: Text = text(2000, "What they would like to come of it.")
    about: Text = text(2000, "The officer or service it is about, in their words.")
    happened_on: Annotated[StrictStr | None, AfterValidator(_day)] = text(
        10, "The day it happened, if they know it: not a day still to come.", example="2026-03-01", format="date")  # fmt: skip
    happened_words: Text = text(200, "Roughly when, in their words: “last summer”.")
    place: Text = text(300, "Where it happened, in their words.")
    crime_reference: Text = text(60, "A crime or incident number, if they gave one.")
    person: PersonIn | None = Field(
        None, description="Whom it is about. Leave it out when they do not say who they are."
    )


class ContactOut(Schema):
    """What to show to the person: the reference, and the secret by which they alone can ask where it stands."""

    reference: str = Field(description="Our reference. Empty for a moment when the answer is 202.")
    receipt: str = Field(description="Our number for this sending. It can be used in place of the reference.")
    secret: str = Field(description="The one secret that opens its stage. Show it to the person, and do not keep it.")
    lane: Literal["ordinary", "slow"] = Field(
        description="“slow”: taken in the slow lane. It is safe, and becomes a case soon."
    )
    words: str = Field(description="A sentence for the person, in the language of Accept-Language.")


class StandingOut(Schema):
    """Where it stands, and nothing about anybody."""

    reference: str = Field(description="Our reference; empty while it waits in the slow lane.")
    stage: str = Field(description="The stage as a word for machines.")
    words: str = Field(description="The stage in plain words, in the language of Accept-Language.")


class FileOut(Schema):
    """What became of a file. Show `words` to the person."""

    name: str = Field(description="The name it is kept under.")
    size: int = Field(description="Its size in bytes.")
    sha256: str = Field(description="Its SHA-256: compare it with yours.")
    sealed: bool = Field(description="Kept as it came, but nobody here can open it. `words` say why.")
    words: str = Field(description="A sentence for the person, in the language of Accept-Language.")


class ChoiceOut(Schema):
    code: str
    name: str


class QuestionOut(Schema):
    """One question of a kind. None has to be answered."""

    name: str = Field(description="Its name in “answers”.")
    words: str
    hint: str
    answer: Literal["yesno", "choice", "text", "date", "money", "registration"] = Field(
        description="yesno: yes, no or not_known. choice: a code of `choices`. text: up to 300 characters.")  # fmt: skip
    choices: list[ChoiceOut]


class KindOut(Schema):
    """A kind of contact as it stands today, in the language of Accept-Language."""

    code: str
    name: str
    counts_as: str = Field(description="What it counts as, when “kind” is left out.")
    send: bool = Field(description="False: show the person what `show` says, and send nothing.")
    show: list[str] = Field(description="Sentences to show to the person before they write anything.")
    questions: list[QuestionOut]


class KindsOut(Schema):
    kinds: list[KindOut]


class WrongField(Schema):
    field: str
    code: str
    message: str = Field(description="What is wrong and how to mend it, in the language of Accept-Language.")


class ProblemOut(Schema):
    """RFC 9457. `type` never changes; `title`, `detail` and each `message` are in the language of Accept-Language."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[WrongField] = Field(default=[], description="Each field that is wrong, and how to mend it.")


FIELDS = {"person": tuple(PersonIn.model_fields), "": tuple(ContactIn.model_fields)}
REFUSALS = {code: ProblemOut for code in (400, 401, 403, 404, 405, 413, 415, 422, 429, 503)}


def refusals(*codes: int) -> dict[int, type[Schema]]:
    """The declared refusals of an operation; these three may meet any."""
    return {code: REFUSALS[code] for code in sorted({400, 401, 403, *codes})}
