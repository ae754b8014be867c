"""The paper of a letter drawn again for another address; and a batch drawn as one document, below a list of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache

from putright.law.calendar import day_of
from putright.letters import drawn, page_code
from putright.letters.models import Letter
from putright.letters.rules import POST, Reach
from putright.paper import pdf
from putright.paper.head import Cover


def again(letter: Letter, reach: Reach) -> bytes:
    """The PDF of a letter whose words are another's: only its head is new."""
    return drawn.again(letter, _to(letter, reach.name))


def _to(letter: Letter, name: str) -> list[str]:
    return letter.address.split("\n") if letter.medium == POST else [name]


def together(letters: Sequence[Letter], words: Mapping[str, str], *, at: datetime, language: str) -> bytes:
    """One document of many letters on paper, each tagged and in its own languages as it is alone, from the front of a sheet,
    with the codes that stand on paper only; the list of them on top, in `language`."""
    said = cache(drawn.said_on)  # asked once for a day, not for each letter
    sheets = [drawn.parts(page_code.worded(one), _to(one, ""), said(day_of(one.made_at))) for one in letters]
    rows = [(one.case.reference, one.address.replace("\n", ", ")) for one in letters]
    return pdf.together(Cover(language, words, rows), sheets, at=at)
