"""What this room owes unasked: the letters of a review, as `review_letters:<kind>:<reference>:<seq>` to whoever asked for it and
`…:<seq>:<to>` to anybody else, where <seq> is the place in the log of the event that calls for it. Reviews are few: they are
looked through, not counted. What wants an address or words first is for a person (`waiting.py`), and is not tried."""

from collections.abc import Iterator
from datetime import datetime

from django.db import IntegrityError, transaction

from putright.cases.models import Case
from putright.cases.queries import by_reference
from putright.letterkinds.kinds import KINDS
from putright.letterkinds.of_reviews import letter_values
from putright.letterkinds.parts import COMPLAINANT
from putright.letters.actions import write_letter
from putright.letters.models import Letter

from .due import PREFIX, due
from .waiting import lacks, to_given


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """Letters nobody has written yet, longest ago first."""
    ready = (one for one in due(at) if one.to == COMPLAINANT or not lacks(one))
    for _place, one in zip(range(limit), ready, strict=False):
        yield one.key, one.event.at


def fulfil(key: str, *, at: datetime) -> None:
    """Write it with what the review says; done three times it has one effect. What was written by hand meanwhile, or is no
    longer called for, is left alone. Raises PartMissing where a person must first add something: it stays owed."""
    kind, reference, _seq, *rest = key.removeprefix(PREFIX).split(":", 3)
    if key not in dict(owed(at, limit=10**6)):
        return
    case, to = by_reference(reference), rest[0] if rest else COMPLAINANT
    try:
        with transaction.atomic():
            write_letter(case, kind, given(case, kind) | to_given(to), by=None, at=at, owed_key=key)
    except IntegrityError:
        if not Letter.objects.filter(owed_key=key).exists():
            raise


def given(case: Case, kind: str) -> dict[str, str]:
    """The words of the letter: those that differ by language as the letter asks for them, the days as they are."""
    said = {language: letter_values(case, language)[kind] for language in ("en", "cy")}
    words = {f"{name}_{language}": said[language].get(name, "") for language in said for name in KINDS[kind].asks}
    return words | {name: said["en"].get(name, "") for name in KINDS[kind].once}
