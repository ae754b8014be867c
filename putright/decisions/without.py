"""A version's texts without what is exempt: what the public may read."""

from collections.abc import Mapping

from . import queries, rules, words
from .models import Version


def public_texts(version: Version) -> dict[str, dict[str, str]]:
    """Every text of a version with marked passages replaced by their ground, by its name on the day it was decided."""
    listed = queries.grounds()
    codes = {row.code for row in listed.rows}

    def of(parts: Mapping[str, str], language: str) -> dict[str, str]:
        def said(ground: str) -> str:
            return words.REMOVED[language].format(ground=listed.name(ground, version.decided_on, language))

        return {part: rules.public(text, codes, said) for part, text in parts.items()}

    return {language: of(parts, language) for language, parts in version.texts.items()}
