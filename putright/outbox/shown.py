"""A letter on its page: what became of it, and what may be done next."""

from putright.documents.shown import Shown
from putright.letters import queries
from putright.letters.addressee import reach_now
from putright.letters.models import FAILED, MADE, UNCERTAIN, Letter
from putright.letters.panel import ALL_NAMES
from putright.letters.rules import address
from putright.paper import blocks
from putright.people.gates import can
from putright.people.models import Handler

from . import queries as mine
from . import rules
from .texting import KIND
from .words import NEXT, RETURNED, STATES, TEXT_NAMES, WAYS


def words() -> dict[str, object]:
    """The names of things in lists of letters."""
    return {"names": ALL_NAMES, "ways": WAYS, "states": STATES, "returned": RETURNED, "texts": TEXT_NAMES}


def letter(one: Letter, handler: Handler) -> dict[str, object]:
    """Its words as HTML made from words with every sign escaped (blocks.py), and the presses that make sense now."""
    back, works = mine.back(one), can(handler, "outbox.work")
    open_back = back is not None and back.seen_to_at is None
    wrong = open_back or one.status in (FAILED, UNCERTAIN)
    return {
        "letter": one, "came_back": back, "notified": mine.notified(one),
        "words": blocks.html(one.body, one.values["passages"]) if one.kind != KIND else "", "is_text": one.kind == KIND,
        "enclosed": [Shown(document) for document in queries.enclosed(one)],
        "next": NEXT["back"] if open_back else NEXT.get(one.status, ""),
        "may_pull": works and one.status == MADE,
        "other_ways": others(one) if works and wrong and one.kind != KIND else [],
        "may_tell": works and (open_back or one.status in (FAILED, UNCERTAIN, "kept")),
        "may_repeat": works and one.status in (FAILED, UNCERTAIN),
    }  # fmt: skip


def others(one: Letter) -> list[tuple[str, str]]:
    """The safe ways it did not go: (way, where)."""
    reach = reach_now(one)
    found = [(way, address(reach, way)) for way in rules.ways(reach)]
    return [(way, where) for way, where in found if (way, where) != (one.medium, one.address)]
