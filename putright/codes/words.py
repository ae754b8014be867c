"""What a change does, and what was done, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .models import Change
from .queries import Plan, used
from .rules import Row
from .usage import Use

VERBS = {"added": _("Added"), "ended": _("Ended"), "renamed": _("Renamed"), "reworded": _("Reworded")}
WILL = {"added": _("Begins"), "ended": _("Ends"), "renamed": _("Gets another name")}
RECALLED = {"code": _("Code from memory"), "all": _("From memory")}


@dataclass(frozen=True)
class Shown:
    """One thing a change would do. `day` is the first day on which something is different."""

    code: str
    will: object
    day: date | None
    was: Row | None
    will_be: Row | None
    use: Use


def shown(plan: Plan) -> list[Shown]:
    """Each step with how much the code is used. One query more."""
    use = used(plan.which)
    return [
        Shown(step.code, WILL[step.verb], step.day, step.old, step.new, use.get(step.code, Use())) for step in plan.steps
    ]


@dataclass(frozen=True)
class Told:
    at: datetime
    who: str
    what: object
    code: str
    name: str
    why: str


def told(changes: Iterable[Change]) -> list[Told]:
    language = "cy" if get_language() == "cy" else "en"
    return [
        Told(one.at, one.by.name if one.by else "", VERBS[one.verb], one.code, one.facts.get(language, ""), one.why)
        for one in changes
    ]
