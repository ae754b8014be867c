"""The ways of contact by the names of the office's own list. What the code knows and the list does not keeps its own name."""

from collections.abc import Iterable
from datetime import date

from putright.codes.rules import Rows

METHODS = "methods"


def called(listed: Rows, code: str, on: date, language: str, otherwise: object) -> str:
    """What a way of contact was called that day; `otherwise` for one that is not in the list."""
    row = listed.readable(code, on)
    return row.name(language) if row else str(otherwise)


def offered(
    listed: Rows, on: date, language: str, known: Iterable[tuple[str, object]]
) -> list[tuple[str, str]]:
    """Those of the known ways that may be chosen that day, with their names: one that has ended is left out. All of them
    where the list would leave none: a contact must always be able to be written down."""
    known = list(known)
    kept = [(code, words) for code, words in known if not listed.of(code) or listed.find(code, on)]
    return [(code, called(listed, code, on, language, words)) for code, words in kept or known]
