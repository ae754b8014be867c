"""What is said, and what proves it. No Django."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

SHORTEST_REASON = 10
HISTORY = "intelligence_step"  # append-only by trigger: codes.triggers, in this room's migration
GRADES = ("grade-source", "grade-assessment", "grade-handling")


@dataclass(frozen=True)
class Told:
    """What somebody told, who they are if they say, how far it can be relied on, and whether a life is at risk."""

    said: str
    sanitised: str
    grades: tuple[str, str, str]
    threat: bool = False
    name: str = ""
    reach: str = ""
    channel: str = "phone"
    seconds: int | None = None
    kept_from: tuple[int, ...] = ()


def digest(pack_number: str, said: str, sanitised: str, at: datetime) -> str:
    """Without the pack's number, which we do not keep, no guess at the words can be tried against it."""
    row = json.dumps([pack_number, said, sanitised, at.isoformat()], ensure_ascii=False)
    return hashlib.sha256(row.encode()).hexdigest()


def plain(heading: str, rows: Iterable[tuple[str, str]]) -> str:
    """A sheet as a text file, for a system that takes no paper."""
    return "\r\n".join([heading, "", *(f"{key}: {value}" for key, value in rows), ""])
