"""The paper of a letter drawn again: the same words, or a code in its place, below a head that is made anew."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from offices import Office
from putright.interested.rules import languages
from putright.law.calendar import day_of
from putright.letterkinds.saying import Saying
from putright.paper import blocks, pdf
from putright.paper.head import Head, Mark
from putright.people.queries import office
from putright.people.rules import wants_large_print
from putright.words.queries import book

from .award.queries import mark
from .models import Letter


@dataclass(frozen=True)
class Said:
    """What the office says of itself on its paper on a day: straplines by language, and an award's mark."""

    office: Office
    straplines: Mapping[str, str]
    mark: Mark | None


def said_on(on: date) -> Said:
    """Three queries."""
    pack = office()
    saying = Saying(pack, book(on))
    return Said(pack, {language: saying.strapline(language) for language in ("en", "cy")}, mark(on))


def again(letter: Letter, to: Sequence[str]) -> bytes:
    """With what the office said of itself on the day it was made."""
    return pdf.make(*parts(letter, to, said_on(day_of(letter.made_at))))


def parts(letter: Letter, to: Sequence[str], said: Said) -> tuple[Head, list[blocks.Passage]]:
    """What its paper is drawn from."""
    spoken = languages(letter.language)
    subjects = letter.subject.removesuffix(f" – {letter.case.reference}").split(" / ")
    lines = {language: said.straplines[language] for language in spoken}
    head = Head(said.office, spoken, to, letter.case.reference, subjects, letter.made_at, lines, said.mark, is_large(letter))
    return head, blocks.passages(letter.body, letter.values["passages"])


def is_large(letter: Letter) -> bool:
    """Whoever reads it needs large print: when it was made, or now."""
    return "large" in letter.values or bool(letter.person and wants_large_print(letter.person.adjustments))
