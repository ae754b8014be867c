"""What an office's work is reckoned to be, until it is measured or the office says otherwise on the screen."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from offices.shape import Text
from offices.sources import Source


@dataclass(frozen=True)
class Workload:
    """`name` is a number of the staffing answers: calls in a week, seconds of a call, the part of the week lost to leave."""

    name: str
    value: Decimal
    words: Text
    source: Source
    since: date | None = None
    until: date | None = None
    cite: str = ""
