"""A document as a page shows it: its kind, its size and what to mind, in words."""

from dataclasses import dataclass

from .inside import kinds
from .models import Document
from .refusals import size_in_words
from .serving import pages_shown
from .words import KINDS, SCANNED, SEALED, WARNS

TURNS = (0, 90, 180, 270)


@dataclass(frozen=True)
class Shown:
    document: Document

    @property
    def kind(self) -> str:
        return str(KINDS[kinds.KINDS[self.document.content.kind].family])

    @property
    def size(self) -> str:
        return size_in_words(self.document.content.size)

    @property
    def scanned(self) -> str:
        return str(SCANNED[self.document.content.scanned])

    @property
    def sealed(self) -> str:
        """Why it is locked away; empty when it is not."""
        return str(SEALED.get(self.document.content.sealed_for, ""))

    @property
    def warns(self) -> list[str]:
        return [str(WARNS[code]) for code in self.document.content.warns if code in WARNS]

    @property
    def pages(self) -> int:
        return 0 if self.document.content.sealed_for else pages_shown(self.document)

    def page(self, asked: str) -> int:
        number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1
        return min(max(number, 1), max(self.pages, 1))

    def turn(self, asked: str) -> int:
        return int(asked) if asked in map(str, TURNS) else 0
