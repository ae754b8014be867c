"""The paper of a letter drawn again: the same words, or a code in its place, below a head that is made anew."""

from collections.abc import Sequence

from putright.law.calendar import day_of
from putright.letterkinds.saying import Saying
from putright.paper import blocks, pdf
from putright.paper.head import Head
from putright.people.queries import office
from putright.words.queries import book

from .award.queries import mark
from .models import Letter
from .rules import languages


def again(letter: Letter, to: Sequence[str]) -> bytes:
    """With what the office said of itself on the day it was made."""
    spoken, on, pack = languages(letter.language), day_of(letter.made_at), office()
    subjects = letter.subject.removesuffix(f" – {letter.case.reference}").split(" / ")
    saying = Saying(pack, book(on))
    straplines = {language: saying.strapline(language) for language in spoken}
    head = Head(pack, spoken, to, letter.case.reference, subjects, letter.made_at, straplines, mark(on))
    return pdf.make(head, blocks.passages(letter.body, letter.values["passages"]))
