"""What a supervisor or department may be asked for, and what they answer. No Django."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from putright.people.remit import Function

DID = ("apology", "explanation", "action", "other")
CONTENT = ("yes", "no", "not_known")
ASKS = ("apology", "explanation", "update", "property", "service", "other")  # what a supervisor may be asked for
# What this team never asks of anybody: asked for, it is refused in words that say what to do instead.
NEVER = {"investigate": Function.INVESTIGATE, "order": Function.TASK_OFFICER}
LOCAL = frozenset({"local", "department", "territorial", "contact"})  # kinds of team that can put it right themselves


@dataclass(frozen=True)
class Answered:
    """What was done (DID), in whose words, and whether the person is content (CONTENT). `more`: facts for the log."""

    did: str
    words: str
    content: str
    more: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Asked:
    """What a supervisor is asked to do: to put something right, and in words."""

    words: str
    kind: str = "other"


MANAGER = "manager"  # may the manager of whoever is complained of be asked to put it right?
WELSH, RISK, ADJUSTMENTS = "welsh", "risk", "adjustments"  # needs that a case has by itself
# What holds until the office says otherwise. Each need wants the skill of its own code; so does a kind of contact.
CHOICES: Mapping[str, str] = {MANAGER: "no", WELSH: WELSH, RISK: RISK, ADJUSTMENTS: ADJUSTMENTS}
