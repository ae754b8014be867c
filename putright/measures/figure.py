"""What a figure worked out from counts is."""

from collections.abc import Mapping
from dataclasses import dataclass

from offices import Text

PER_CENT = Text("per cent", "y cant")
Counts = Mapping[str, Mapping[str, int]]
Of = tuple[str, tuple[str, ...]]  # a measure and some of its parts; no parts: all of it


@dataclass(frozen=True)
class Derived:
    """A figure worked out from counts. `rests_on` is the measure whose rows it opens into. `published`: K1 to K21, as in
    facts.about."""

    key: str
    name: Text
    definition: Text
    unit: Text
    rests_on: str
    published: str = ""


@dataclass(frozen=True)
class Share(Derived):
    """So many of every hundred: `part` of `whole`. Not known while there is any of `unless`."""

    part: Of = ("", ())
    whole: Of = ("", ())
    unless: Of | None = None

    def numbers(self, counts: Counts) -> tuple[int, int]:
        return number(counts, self.part), number(counts, self.whole)


    def known(self, counts: Counts) -> bool:
        return self.unless is None or not number(counts, self.unless)


def number(counts: Counts, of: Of) -> int:
    measure, parts = of
    found = counts.get(measure, {})
    return sum(found.get(part, 0) for part in parts) if parts else sum(found.values())
