"""What a person told us, before it is written down."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from putright.codes.asked.rules import Answered

from .models import PersonalLink

CHANNELS = ("web", "phone", "email", "chat", "letter", "counter", "officer", "social", "import")
KINDS = ("complaint", "dissatisfaction", "compliment", "enquiry")
# Who heard it first, when it was not this team: a supervisor in a district, 101, standards, the commissioner's office.
VIA = ("local", "101", "standards", "commissioner")


NOT_COLUMNS = ("settled", "received_at", "unverified", "answers", "own_words")


@dataclass(frozen=True)
class Settled:
    """How a contact was settled there and then: what was said or done, and the office's reason code."""

    answer: str
    reason: str = ""


@dataclass(frozen=True)
class Said:
    """The words of one contact and the few facts given with them. `key` is the form's: the same key is the same contact."""

    key: UUID
    channel: str
    words: str
    language: str = ""
    kind: str = ""
    topic: str = ""  # a code of the list of kinds
    answers: tuple[Answered, ...] = ()
    wants: str = ""
    about: str = ""
    happened_on: date | None = None
    happened_words: str = ""
    place: str = ""
    crime_reference: str = ""
    reason: str = ""
    heard_from: str = ""
    came_by: str = ""
    came_from: str = ""
    told_before: int | None = None
    via: str = ""
    told_by: PersonalLink | None = None  # an officer without a log-in, by their personal link
    seconds: int | None = None
    received_at: datetime | None = None  # when it was said or arrived, if not now
    settled: Settled | None = None  # when it was settled in the same breath
    own_words: str = ""  # what the person themselves said, where `words` is a conversation with one of us
    unverified: bool = False  # it may not be from whom the case is about: a log must not say that they wrote it

    def columns(self) -> dict[str, object]:
        return {name: value for name, value in vars(self).items() if name not in NOT_COLUMNS}

    def payload(self) -> dict[str, object]:
        """The personal part, for the erasable side of the event."""
        personal = ("words", "wants", "about", "happened_on", "happened_words", "place", "crime_reference")
        told = {name: value for name in personal if (value := getattr(self, name))}
        return told | ({"answers": {one.question: one.value for one in self.answers}} if self.answers else {})

    def searchable(self) -> str:
        theirs = [one.value for one in self.answers if one.personal]
        return " ".join([self.words, self.wants, self.about, self.place, self.crime_reference, *theirs])
