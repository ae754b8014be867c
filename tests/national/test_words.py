"""What a measure is called, to somebody who knows no letters of categories."""

import pytest
from django.utils import translation

from putright.national import figures, words


@pytest.mark.parametrize(("language", "called"), [
    ("en", "Allegations: Delivery of duties and service (category A)"),
    ("cy", "Honiadau: Cyflawni dyletswyddau a gwasanaeth (categori A)"),
])  # fmt: skip
def test_a_category_is_called_by_its_name(language, called):
    with translation.override(language):
        assert words.measure("K8-A") == called
        named = [words.measure(code) for code in figures.MEASURES]
    assert len(set(named)) == len(named) and not [one for one in named if ":  (" in one]
