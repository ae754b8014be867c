"""What the answers of a letter begin with, where an earlier room knows them: everything about a review. Reads; writes nothing."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from putright.cases.models import Case

from .kinds import KINDS
from .of_reviews import letter_values


def begun(case: Case, name: str, languages: Sequence[str]) -> dict[str, Any]:
    """The first answers by the names of their boxes: those asked once, and those asked in each language of the letter. A
    handler may change any of them. Two queries for a letter about a review; none for any other."""
    kind = KINDS[name]
    if "review" not in kind.when:
        return {}
    started: dict[str, Any] = {}
    for language in languages:
        known = letter_values(case, language).get(name, {})
        started |= {asked: said(asked, known[asked]) for asked in kind.once if known.get(asked)}
        started |= {f"{asked}_{language}": known[asked] for asked in kind.asks if known.get(asked)}
    return started


def said(name: str, value: str) -> Any:
    return date.fromisoformat(value) if name.endswith("_on") else value
