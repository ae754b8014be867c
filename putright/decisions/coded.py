"""Which exemptions records hold, for the screen that changes the lists."""

from collections.abc import Mapping

from putright.codes.usage import Use

from . import queries, rules
from .models import Version


def exemptions() -> Mapping[str, Use]:
    """By the day of the decision; a record is no case, so none is open. One query."""
    codes = {row.code for row in queries.grounds().rows}
    found: dict[str, Use] = {}
    for texts, on in Version.objects.order_by("decided_on").values_list("texts", "decided_on"):
        pieces = (piece for parts in texts.values() for text in parts.values() for piece in rules.pieces(text, codes))
        found |= {piece.ground: Use(0, on) for piece in pieces if piece.ground}
    return found


USES = {queries.GROUNDS: exemptions}
