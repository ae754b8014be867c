"""What an office wants a measure to be, and what others' figure of it is."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from offices.shape import Text
from offices.sources import Source


@dataclass(frozen=True)
class Target:
    """`ours` is a target of the office's own; the others are figures to set beside, and promised to nobody: this
    force as published, the most similar forces, the nation."""

    measure: str
    whose: Literal["ours", "published", "similar", "national"]
    value: Decimal
    words: Text
    source: Source
    since: date | None = None
    until: date | None = None
    cite: str = ""
    way: Literal["most", "least"] = "most"  # what the office wants of a target of its own
