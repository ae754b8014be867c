"""Words in both languages, as a frozen report keeps them."""

from collections.abc import Callable

from django.utils import translation

from offices import Text

LANGUAGES = ("en", "cy")
Said = dict[str, str]


def said(words: Text) -> Said:
    return {one: words.said(one) for one in LANGUAGES}


def spoken(words: Callable[[], str], **given: Text) -> Said:
    """What `words` gives while each language is spoken, with the named words put in."""
    told = {}
    for one in LANGUAGES:
        with translation.override(one):
            told[one] = words() % {name: text.said(one) for name, text in given.items()} if given else words()
    return told
