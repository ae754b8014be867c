"""Lines of a chat in words, for whoever reads them. The language is the one that is active."""

from dataclasses import dataclass

from django.template.loader import get_template
from django.utils import translation
from django.utils.translation import gettext as _

from .models import HANDLER, HOUSE, VISITOR, Chat, Line

AMONG_US = frozenset({"offered", "returned"})  # between colleagues; the visitor is not shown them


@dataclass(frozen=True)
class Shown:
    """A line as one side reads it. `who` is empty for what the house says."""

    seq: int
    at: object
    who: str
    words: str
    typed: bool  # words of a person, shown as they typed them
    mine: bool
    key: str


def line(one: Line, chat: Chat, side: str) -> Shown:
    by = one.by.name if one.by else ""
    if one.kind == "said":
        mine = one.side == side
        who = _("You") if mine else (by if one.side == HANDLER else visitor(chat))
        return Shown(one.seq, one.at, who, one.words, True, mine, str(one.key or ""))
    return Shown(one.seq, one.at, "", happened(one, by, side), False, False, "")


def visitor(chat: Chat) -> str:
    return chat.name or _("Visitor")


def happened(one: Line, by: str, side: str) -> str:
    if one.kind == "taken":
        return _("%(name)s joined the chat.") % {"name": by}
    if one.kind == "offered":
        return _("Offered to %(name)s. The chat stays with you until they accept.") % {"name": by}
    if one.kind == "returned":
        return _("%(name)s could not take the chat.") % {"name": by}
    return ended(one, by, side)


def ended(one: Line, by: str, side: str) -> str:
    if one.side == HOUSE:
        return _("The chat ended because nobody wrote for a while.")
    if one.side == HANDLER:
        return _("%(name)s ended the chat.") % {"name": by}
    return _("You ended the chat.") if side == VISITOR else _("They ended the chat.")


def lines(found: list[Line], chat: Chat, side: str) -> list[Shown]:
    return [line(one, chat, side) for one in found if side == HANDLER or one.kind not in AMONG_US]


def for_transcript(one: Line, chat: Chat) -> tuple[str, str]:
    """(who, words), the same for every reader."""
    by = one.by.name if one.by else ""
    if one.kind == "said":
        return by or visitor(chat), one.words
    return _("Chat"), happened(one, by, HANDLER)


def html(one: Shown, language: str) -> str:
    """The list item, as the page has it: streams send it to be put at the end of the list."""
    with translation.override(language):
        drawn: str = get_template("chat/_line.html").render({"line": one, "lang": language})
    return drawn
