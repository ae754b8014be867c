"""Who may not know, by when we answer, and what a month's figure may say. Pure; no Django."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from putright.law.calendar import add_working_days
from putright.people.rules import fold, stands_in

TEAM, OFFICE = "team", "office"
ABOUT = (TEAM, OFFICE)
CAME_OF = ("upheld", "partly", "not_upheld", "no_reply")
TOLD, ACKNOWLEDGED, NOTED, ANSWERED = "told", "acknowledged", "noted", "answered"
VERBS = (TOLD, ACKNOWLEDGED, NOTED, ANSWERED)
# To a reader: it came, it is late, what we wrote came back. To whoever told us: we have it.
CAME, LATE, BACK, HAVE = "came", "late", "back", "have"
MESSAGES = (CAME, LATE, BACK, HAVE)
MADE, SENT, FAILED, UNCERTAIN = "made", "sent", "failed", "uncertain"
STATES = (MADE, SENT, FAILED, UNCERTAIN)
EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
SMALLEST = 5
MOST = 60  # working days anybody may allow themselves


@dataclass(frozen=True)
class Told:
    """What somebody wrote about us, in their language (en or cy). Only the words are needed."""

    language: str
    about: str
    words: str
    who: str = ""
    wants: str = ""
    name: str = ""
    reach: str = ""
    came_on: date | None = None  # by post: the day it reached us


@dataclass(frozen=True)
class Allowed:
    """Working days for saying that we have it, and for the answer. `checked`: the office set them itself."""

    acknowledge: int
    answer: int
    checked: bool = True

    def acknowledge_by(self, told_on: date) -> date:
        return add_working_days(told_on, self.acknowledge)

    def answer_by(self, told_on: date) -> date:
        return add_working_days(told_on, self.answer)


DEFAULT = Allowed(3, 20, checked=False)  # from general knowledge of office procedures: for the office to check


def email_in(reach: str) -> str:
    """The one e-mail address in how somebody says they can be reached; none where there are two, for we do not guess."""
    found = {one.rstrip(".").casefold(): one.rstrip(".") for one in EMAIL.findall(reach)}
    return next(iter(found.values())) if len(found) == 1 else ""


def names(texts: Collection[str], who: str, *, name: str, number: str) -> bool:
    """Whether somebody's full name or number stands in what was told. A greeting counts: it fails closed."""
    if any(stands_in(fold(text), name, number) for text in texts):
        return True
    return bool(who) and stands_in(fold(who), name, number, bare=True)


def figure(number: int) -> int | None:
    """A month's number as anybody may know it: None below five, and nought is below five too."""
    return number if number >= SMALLEST else None
