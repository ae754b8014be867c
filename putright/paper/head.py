"""The head of a letter: who writes, to whom, when, and under which reference."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from design.dates import day
from offices import Office

LABELS = {"date": {"en": "Date", "cy": "Dyddiad"}, "reference": {"en": "Reference", "cy": "Cyfeirnod"}}


@dataclass(frozen=True)
class Mark:
    """A picture below the words, and by language what it says for who cannot see it."""

    picture: bytes
    said: Mapping[str, str]


@dataclass(frozen=True)
class Head:
    """What stands above the words on paper. `languages` in the order the letter gives them; `straplines` by language."""

    office: Office
    languages: Sequence[str]
    to: Sequence[str]
    reference: str
    subjects: Sequence[str]
    at: datetime
    straplines: Mapping[str, str] = field(default_factory=dict)
    award: Mark | None = None

    def as_json(self) -> dict[str, object]:
        return {
            "title": f"{' / '.join(self.subjects)} {self.reference}",
            "languages": list(self.languages),
            "reference": self.reference,
            "office": [line for language in self.languages for line in self._writer(language)],
            "award": self._award(),
            "particulars": [line for language in self.languages for line in self._particulars(language)],
        }

    def _award(self) -> dict[str, object] | None:
        if self.award is None:
            return None
        return {"picture": list(self.award.picture), "said": self.award.said[self.languages[0]]}

    def _writer(self, language: str) -> list[dict[str, object]]:
        first = {"language": language, "words": self.office.name(language), "bold": True}
        address = self.office.contact.address.said(language).removeprefix(f"{self.office.name(language)}, ")
        lines = [self.straplines.get(language, ""), address]
        return [first, *({"language": language, "words": line, "bold": False} for line in lines if line)]

    def _particulars(self, language: str) -> list[dict[str, object]]:
        said = {"date": day(self.at, language), "reference": self.reference}
        return [{"language": language, "label": LABELS[key][language], "words": said[key]} for key in said]
