"""What may be done with a case that its panels do not show: the links of rooms with nothing to show yet, under short headings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import ModuleType

from django.utils.translation import gettext_lazy as _

from design.panel import Panel
from putright.allocation import panel as allocation
from putright.asking import panel as asking
from putright.cases import panel as cases
from putright.chasing import panel as chasing
from putright.contacts import panel as contacts
from putright.documents import panel as documents
from putright.letters import panel as letters
from putright.mailings import panel as mailings
from putright.outbox import panel as outbox
from putright.own_page import panel as own_page
from putright.recovery import panel as recovery
from putright.reviews import panel as reviews
from putright.triage import panel as triage
from putright.victims import panel as victims

# A room that stands in none of these goes under the last heading.
HEADINGS: tuple[tuple[object, tuple[ModuleType, ...]], ...] = (
    (_("Ask and write"), (letters, asking, outbox, mailings, own_page)),
    (_("Put right or pass on"), (triage, recovery, chasing, allocation)),
    (_("Add to the case"), (contacts, documents, cases)),
    (_("Their rights"), (reviews, victims)),
    (_("Look further"), ()),
)
LAST = len(HEADINGS) - 1


@dataclass(frozen=True)
class Folded:
    words: object
    links: tuple[tuple[str, str], ...]


def folded(made: Sequence[tuple[ModuleType, Panel]], besides: Iterable[str] = ()) -> list[Folded]:
    """The links of the empty panels, each address once and none that stands elsewhere on the page (`besides`)."""
    told = {*besides, *(href for _room, shown in made if not shown.empty for href, _words in shown.links)}
    under: list[list[tuple[str, str]]] = [[] for _heading in HEADINGS]
    for room, shown in made:
        for href, words in shown.links if shown.empty else ():
            if href not in told:
                under[place(room)].append((href, words))
                told.add(href)
    return [Folded(words, tuple(links)) for (words, _rooms), links in zip(HEADINGS, under, strict=True) if links]


def place(room: ModuleType) -> int:
    return next((number for number, (_words, rooms) in enumerate(HEADINGS) if room in rooms), LAST)
