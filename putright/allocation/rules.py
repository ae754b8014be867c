"""What a supervisor or department may be asked for, and what they answer. No Django."""

from dataclasses import dataclass

from putright.people.remit import Function

DID = ("apology", "explanation", "action", "other")
CONTENT = ("yes", "no", "not_known")
ASKS = ("apology", "explanation", "update", "property", "service", "other")  # what a supervisor may be asked for
# What this team never asks of anybody: asked for, it is refused in words that say what to do instead.
NEVER = {"investigate": Function.INVESTIGATE, "order": Function.TASK_OFFICER}
LOCAL = frozenset({"local", "department", "territorial", "contact"})  # kinds of team that can put it right themselves


@dataclass(frozen=True)
class Asked:
    """What a supervisor is asked to do: to put something right, and in words."""

    words: str
    kind: str = "other"
