"""Leaflets to print or to put on a page: victims’ reviews, and the officers’ brief. They are about no case."""

from datetime import datetime
from functools import cache
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from design.dates import day
from offices import Office
from putright.law.calendar import day_of
from putright.letterkinds.parts import Part
from putright.letters.filling_ours import ACKNOWLEDGE, ANSWER, agencies
from putright.paper import blocks, pdf
from putright.paper.head import LABELS, Head
from putright.words.template import Template, Value, fill, parse
from putright.words.welsh import CHECKED, as_came

FOLDER = Path(__file__).with_name("sheets")
SCHEME, REVIEWED = "Police VRR scheme", "Essex review of March 2019: Victims’ Right to Review"
_ASKING = (Part("can", SCHEME), Part("then", SCHEME))
REQUIRED = {
    "victim_review": (*_ASKING, Part("cannot", SCHEME), Part("who", SCHEME), Part("how", SCHEME), Part("apart", SCHEME)),
    "victim_review_brief": (*_ASKING, Part("do", REVIEWED), Part("not", SCHEME)),
}
NAMES = {
    "victim_review": _("Victims’ Right to Review: a leaflet"),
    "victim_review_brief": _("Victims’ Right to Review: sixty seconds for officers"),
}


@cache
def template(name: str, language: str) -> Template:
    """Raises FileNotFoundError for a leaflet there is not, BrokenWords for a file that cannot be read."""
    return parse((FOLDER / name / f"{language}.md").read_text(encoding="utf-8"))


def standing(name: str) -> str:
    """How far its Welsh may be relied on (words/welsh.py)."""
    return as_came(template(name, "en"), template(name, "cy"))


def values(office: Office, language: str, *, at: datetime) -> dict[str, Value]:
    contact = office.contact
    reach: dict[str, Value] = {"phone": contact.phone, "email": contact.email, "post": contact.address.said(language)}
    days: dict[str, Value] = {"acknowledge_days": str(ACKNOWLEDGE.n), "answer_days": str(ANSWER.n)}
    return reach | days | {"welcome": office.languages.welcome.said(language)} | agencies(office, day_of(at), language)


def words(name: str, language: str, office: Office, *, at: datetime) -> str:
    """The words of a leaflet as Markdown. Raises KeyError for one there is not; ValueError where something is missing."""
    needed = {part.name for part in REQUIRED[name]}
    read = template(name, language)
    filled = fill(read, values(office, language, at=at))
    if filled.holes or not needed <= filled.parts:
        raise ValueError(f"the leaflet {name} lacks {sorted(filled.holes | needed - filled.parts)}")
    unread = f"\n\n{UNREAD}" if language == "cy" and standing(name) != CHECKED else ""
    return f"## {read.subject}\n\n{filled.body}{unread}"


UNREAD = "Peiriant a ysgrifennodd Gymraeg y daflen hon, ac nid yw cyfieithydd wedi ei darllen eto."


class LeafletHead(Head):
    """The head of a leaflet: who publishes it and when; it has no reference and is to nobody."""

    def _particulars(self, language: str) -> list[dict[str, object]]:
        return [{"language": language, "label": LABELS["date"][language], "words": day(self.at, language)}]


def drawn(name: str, language: str, office: Office, *, at: datetime) -> bytes:
    """The leaflet as PDF/UA, in one language. Raises as `words`."""
    head = LeafletHead(office, [language], [], template(name, language).subject, [office.name(language)], at)
    return pdf.make(head, blocks.passages(words(name, language, office, at=at), [language]))
