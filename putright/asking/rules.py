"""When an answer is wished for, how long a link works, and what a value says. No Django."""

from datetime import datetime, timedelta

TEXT, YES_NO, CHOICE, DATE, FILE = "text", "yes_no", "choice", "date", "file"
KINDS = (TEXT, YES_NO, CHOICE, DATE, FILE)
ANSWERED, LET_GO = "answered", "let_go"
HELD, NOT_HELD, DECLINED = "held", "not_held", "declined"
ENDED = (HELD, NOT_HELD, DECLINED)
WISHED = timedelta(days=14)  # where the office has made no promise `reply`; our own choice
WORKS_FOR = timedelta(days=28)  # a link: twice as long as the answer is wished for, so that late is not too late
FEWEST, MOST = 2, 8  # answers to choose from
PROMISE = "reply"


def works_until(due_at: datetime) -> datetime:
    """A link works on past the day its answer was wished for."""
    return due_at + WORKS_FOR - WISHED


def trouble(*, ended: str, until: datetime, at: datetime) -> str:
    """Why a link takes no answer now: `used`, `not_needed`, `late`; empty when it does."""
    if ended:
        return "used" if ended == ANSWERED else "not_needed"
    return "late" if at > until else ""


def listed(text: str) -> list[str]:
    """Answers typed one to a line; empty lines left out."""
    return [line.strip() for line in text.splitlines() if line.strip()]
