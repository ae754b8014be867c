"""Stages on the way into a post, when a course must be renewed, what is filled and what is vacant. Pure; no Django."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from putright.law.calendar import add_months

OFFERED, VETTING, VETTED, INDUCTION, IN_POST, WITHDRAWN = "offered", "vetting", "vetted", "induction", "in_post", "withdrawn"
STAGES = (OFFERED, VETTING, VETTED, INDUCTION, IN_POST, WITHDRAWN)
ENDED = frozenset({IN_POST, WITHDRAWN})
BODIES = ("commissioner", "chief_constable", "other")


def renew_by(on: date, months: int | None) -> date | None:
    """The last day a course counts, months after it was attended; None for one that lasts for good."""
    return add_months(on, months) if months else None


def may_move(now: str, to: str) -> bool:
    """Forward only, and out at any time; nobody who has come or gone moves again."""
    return now not in ENDED and (to == WITHDRAWN or STAGES.index(to) > STAGES.index(now))


def initials(typed: str) -> str:
    """Two to four letters in capitals, without points or spaces; empty when that is not what was typed: a name is never kept."""
    letters = typed.replace(".", "").replace(" ", "")
    return letters.upper() if 2 <= len(letters) <= 4 and letters.isalpha() and typed.upper() == typed else ""


@dataclass(frozen=True)
class Strength:
    """One post on a day: how many there should be and are, and the days those who are coming are expected (None: not known)."""

    post: str
    number: int
    employer: str
    directed_by: str
    held: int
    coming: Sequence[date | None]

    @property
    def vacant(self) -> int:
        return max(self.number - self.held, 0)

    @property
    def uncovered(self) -> int:
        """Vacant, and nobody is coming for it."""
        return max(self.vacant - len(self.coming), 0)
