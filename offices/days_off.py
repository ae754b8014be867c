"""Days the office does not work, beside those of the official list."""

from dataclasses import dataclass
from datetime import date

from offices.shape import Text
from offices.sources import Source


@dataclass(frozen=True)
class DayOff:
    """A bank holiday the official list did not have when this was made; `worked`: one it had, and that was moved away."""

    day: date
    words: Text
    source: Source
    worked: bool = False
    agreed: date | None = None
    cite: str = ""
