"""The public's guides, whose words an office may change."""

from collections.abc import Iterable

from putright.words.subjects import LANGUAGES, SHEET, Subject

from . import texts


def subjects() -> Iterable[Subject]:
    for name in texts.NAMES:
        shipped = {language: texts.shipped(name, language) for language in LANGUAGES}
        names = {language: texts.sheet(name, language).subject for language in LANGUAGES}
        places = texts.PLACES if name in texts.WITH_PROMISES else frozenset[str]()
        yield Subject(f"page:{name}", names, shipped, SHEET, places=places, address=f"portal:{name}")
