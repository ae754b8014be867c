"""What the answers of a letter begin with, where an earlier room knows them: everything about a review. Reads; writes nothing."""

from datetime import date
from typing import Any

from putright.cases.models import Case
from putright.letterkinds.kinds import KINDS
from putright.reviews.queries import letter_values

from .forms import Asking


def begun(case: Case, asking: Asking) -> dict[str, Any]:
    """The first answers by the names of their boxes: those asked once, and those asked in each language of the letter. A
    handler may change any of them. Two queries for a letter about a review; none for any other."""
    kind = KINDS[asking.kind]
    if "review" not in kind.when:
        return {}
    started: dict[str, Any] = {}
    for language in asking.languages:
        known = letter_values(case, language).get(asking.kind, {})
        started |= {name: said(name, known[name]) for name in kind.once if known.get(name)}
        started |= {f"{name}_{language}": known[name] for name in kind.asks if known.get(name)}
    return started


def said(name: str, value: str) -> Any:
    return date.fromisoformat(value) if name.endswith("_on") else value
