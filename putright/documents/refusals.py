"""Why a file was not taken."""

from typing import Any

from putright.people.refusals import Refused

from . import limits
from .words import REFUSES


def size_in_words(size: int) -> str:
    return f"{size / limits.MIB:.0f} MB" if size >= limits.MIB else f"{max(1, size // limits.KIB)} kB"


MOST: dict[str, object] = {
    "too_large": size_in_words(limits.MOST_BYTES),
    "together": size_in_words(limits.MOST_TOGETHER),
    "too_many": limits.MOST_FILES,
}


class NotTaken(Refused):
    """`code` is one of words.REFUSES. The sentence says what is wrong with which file and how to mend it."""

    def __init__(self, code: str, name: str = "") -> None:
        self.code = code
        told: dict[str, Any] = {"name": name, "most": MOST.get(code, "")}
        super().__init__(str(REFUSES[code]) % told)
