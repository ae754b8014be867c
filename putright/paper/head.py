"""The head of a letter: who writes, to whom, when, and under which reference."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from design.dates import day
from offices import Office

LABELS = {"date": {"en": "Date", "cy": "Dyddiad"}, "reference": {"en": "Reference", "cy": "Cyfeirnod"}}


@dataclass(frozen=True)
class Mark:
    """A picture below the words, and by language what it says for who cannot see it."""

    picture: bytes
    said: Mapping[str, str]

    @property
    def key(self) -> str:
        """The same picture is told to the printer once, however many letters of a batch bear it."""
        return sha256(self.picture).hexdigest()


@dataclass(frozen=True)
class Cover:
    """The list on top of a batch: (reference, to whom) of each letter; `words` are title, number, reference, to and how."""

    language: str
    words: Mapping[str, str]
    rows: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Head:
    """What stands above the words on paper. `languages` in the order the letter gives them; `straplines` by language.
    `large`: whoever reads it needs large print."""

    office: Office
    languages: Sequence[str]
    to: Sequence[str]
    reference: str
    subjects: Sequence[str]
    at: datetime
    straplines: Mapping[str, str] = field(default_factory=dict)
    award: Mark | None = None
    large: bool = False

    @property
    def title(self) -> str:
        return f"{' / '.join(self.subjects)} {self.reference}"

    @property
    def writer(self) -> str:
        return self.office.name(self.languages[0])

    def as_json(self) -> dict[str, object]:
        return {
            "large": self.large,
            "languages": list(self.languages),
            "reference": self.reference,
            "office": [line for language in self.languages for line in self._writer(language)],
            "award": self._award(),
            "particulars": [line for language in self.languages for line in self._particulars(language)],
        }

    def _award(self) -> dict[str, object] | None:
        if self.award is None:
            return None
        return {"picture": self.award.key, "said": self.award.said[self.languages[0]]}

    def _writer(self, language: str) -> list[dict[str, object]]:
        first = {"language": language, "words": self.office.name(language), "bold": True}
        address = self.office.contact.address.said(language).removeprefix(f"{self.office.name(language)}, ")
        lines = [self.straplines.get(language, ""), address]
        return [first, *({"language": language, "words": line, "bold": False} for line in lines if line)]

    def _particulars(self, language: str) -> list[dict[str, object]]:
        said = {"date": day(self.at, language), "reference": self.reference}
        return [{"language": language, "label": LABELS[key][language], "words": said[key]} for key in said]
