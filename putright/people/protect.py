"""When two people are said to be one, the most protective of what either has holds for both. No Django.

A warning is never lost and never weakened by it; nothing is written over, so it is gone again when they are parted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

NEVER = ("no_email", "no_phone", "no_post", "no_voicemail")


@dataclass(frozen=True)
class Protection:
    """How somebody must be treated. `safe_contact` has the shape of Person.safe_contact."""

    safe_contact: Mapping[str, object] = field(default_factory=dict)
    at_risk: bool = False
    adjustments: tuple[str, ...] = ()


def most_protective(own: Protection, others: Iterable[Protection]) -> Protection:
    """`own` with every warning of the others. What they may never be reached by adds up; the hours are those that suit all,
    and where none does, nobody rings.

    Words (a note, what was agreed to help) stay each person's own: they may tell of a case the reader may not open, and
    what protects is in the rest."""
    every = [own, *others]
    kept: dict[str, object] = {key: True for key in NEVER if any(one.safe_contact.get(key) for one in every)}
    if begins := [str(one.safe_contact["not_before"]) for one in every if one.safe_contact.get("not_before")]:
        kept["not_before"] = max(begins)
    if ends := [str(one.safe_contact["not_after"]) for one in every if one.safe_contact.get("not_after")]:
        kept["not_after"] = min(ends)
    if begins and ends and max(begins) >= min(ends):
        kept["no_phone"] = True
    if own.safe_contact.get("note"):
        kept["note"] = own.safe_contact["note"]
    return Protection(kept, any(one.at_risk for one in every), own.adjustments)
