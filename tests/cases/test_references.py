"""References: read out, typed back any way, a slip noticed, the next one never guessed."""

import pytest

from putright.cases import references
from putright.cases.references import ALPHABET, make, tidy

MADE = [make() for _ in range(300)]


def swapped(reference: str, place: int) -> str:
    letters = list(reference)
    letters[place], letters[place + 1] = letters[place + 1], letters[place]
    return "".join(letters)


def test_a_reference_is_itself_however_it_is_typed():
    for reference in MADE:
        plain = reference.replace("-", "")
        for typed in (reference, reference.lower(), plain, f"  {plain[2:]} ", reference.replace("-", " "), f"“{reference}”"):
            assert tidy(typed) == reference, typed


def test_one_that_begins_like_its_own_prefix_is_found_without_it(monkeypatch):
    letters = iter("PR0000000")
    monkeypatch.setattr(references.secrets, "choice", lambda _: next(letters))
    reference = make()
    assert tidy(reference) == tidy(reference.removeprefix("PR-")) == reference


def test_letters_people_mishear_are_understood():
    reference = next(r for r in (make() for _ in range(5000)) if "1" in r and "0" in r)
    assert tidy(reference.replace("1", "I").replace("0", "O")) == reference
    assert tidy(reference.replace("1", "l").replace("0", "o")) == reference


def test_any_one_wrong_letter_is_noticed():
    for reference in MADE[:20]:
        for place in [*range(3, 8), *range(9, 14)]:
            for letter in set(ALPHABET) - {reference[place]}:
                assert tidy(reference[:place] + letter + reference[place + 1 :]) == "", (reference, place, letter)


def test_two_neighbours_the_wrong_way_round_are_noticed():
    for reference in MADE:
        for place in [*range(3, 7), *range(9, 12)]:
            if reference[place] != reference[place + 1]:
                assert tidy(swapped(reference, place)) == ""


@pytest.mark.parametrize(
    "typed",
    ["", "PR", "PR-", "hello", "PR-ABCDE", "PR-ABCDE-FGHJKM", "9" * 5000, "PR-ABCDE-FGH\0K", "ﬀﬀﬀﬀﬀ", "٣" * 10],
)
def test_what_cannot_be_one_is_nothing(typed):
    assert tidy(typed) == ""


def test_none_is_made_twice_and_none_tells_the_next():
    assert len(set(MADE)) == len(MADE)
    first = [reference[3:12].replace("-", "") for reference in MADE]
    for place in range(8):
        assert len({body[place] for body in first}) > 20, "every place varies from one to the next"
