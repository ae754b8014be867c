"""Sheets to print or to put on a page: the leaflet on victims’ reviews and the officers’ brief. They are about no case."""

from datetime import datetime

from design.dates import day
from offices import Office

from . import blocks, catalogue, pdf
from .asking_ours import SHEETS
from .filling_ours import sheet as values
from .head import LABELS, Head
from .parts import Part
from .template import fill

SCHEME, REVIEWED = "Police VRR scheme", "Essex review of March 2019: Victims’ Right to Review"
ASKING = (Part("can", SCHEME), Part("then", SCHEME))
REQUIRED = {
    "victim_review": (*ASKING, Part("cannot", SCHEME), Part("who", SCHEME), Part("how", SCHEME), Part("apart", SCHEME)),
    "victim_review_brief": (*ASKING, Part("do", REVIEWED), Part("not", SCHEME)),
}


class SheetHead(Head):
    """The head of a sheet: who publishes it and when; it has no reference and is to nobody."""

    def _particulars(self, language: str) -> list[dict[str, object]]:
        return [{"language": language, "label": LABELS["date"][language], "words": day(self.at, language)}]


def words(name: str, language: str, office: Office, *, at: datetime) -> str:
    """The words of a sheet as Markdown. Raises KeyError for a sheet there is not; ValueError where something is missing."""
    needed = {part.name for part in REQUIRED[name]}
    filled = fill(catalogue.sheet(name, language), values(office, at, language))
    if filled.holes or not needed <= filled.parts:
        raise ValueError(f"the sheet {name} lacks {sorted(filled.holes | needed - filled.parts)}")
    return f"## {catalogue.sheet(name, language).subject}\n\n{filled.body}"


def drawn(name: str, language: str, office: Office, *, at: datetime) -> bytes:
    """The sheet as PDF/UA, in one language. Raises as `words`."""
    subject = catalogue.sheet(name, language).subject
    head = SheetHead(office, [language], [], subject, [office.name(language)], at)
    return pdf.make(head, blocks.passages(words(name, language, office, at=at), [language]))


def standing(name: str) -> str:
    return catalogue.standing(catalogue.sheet(name, "en"), catalogue.sheet(name, "cy"))


def names() -> list[tuple[str, object, str]]:
    """(name, what it is called, how far its Welsh may be relied on) of each."""
    return [(name, said, standing(name)) for name, said in SHEETS.items()]
