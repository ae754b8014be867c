"""Answers as they are kept, and what may come of a suggestion. Pure."""

import re
from decimal import Decimal, InvalidOperation

INTELLIGENCE = "intelligence"  # its words are never written here: putright/intelligence
SUGGESTION = "suggestion"
GENERAL = "enquiry"  # what "something else" on the public form is
CAME_OF = ("done", "looking", "not_now")
PLATE = re.compile(r"[A-Z0-9]{1,8}")
CURRENT = re.compile(r"([A-Z]{2}[0-9]{2})([A-Z]{3})")
DEAREST = Decimal(1_000_000)


def plate(typed: str) -> str:
    """A registration number in capitals, in two groups where it is of today's form. Raises ValueError for what is none."""
    bare = "".join(typed.upper().split()).replace("-", "")
    if not PLATE.fullmatch(bare):
        raise ValueError(typed)
    now = CURRENT.fullmatch(bare)
    return f"{now[1]} {now[2]}" if now else bare


def pounds(typed: str) -> str:
    """An amount as pounds and pence: "£1,200" is 1200.00. Raises ValueError for what is none."""
    try:
        amount = Decimal(typed.replace("£", "").replace(",", "").strip())
    except InvalidOperation as problem:
        raise ValueError(typed) from problem
    if not (amount.is_finite() and 0 <= amount < DEAREST):
        raise ValueError(typed)
    return f"{amount:.2f}"
