"""What a file is called in a line is never broken inside a word."""

from hypothesis import given
from hypothesis import strategies as st

from putright.cases.rules import LINE, in_a_line


def test_a_short_one_stays_and_its_lines_become_one():
    assert in_a_line("They rang.\n\n Nobody   came back. ") == "They rang. Nobody came back."


def test_a_long_one_ends_after_a_whole_word():
    said = in_a_line("They said somebody would come. " * 20)
    assert said.removesuffix(" …").split()[-1] in "They said somebody would come.".split()
    assert 190 < len(said) <= LINE


def test_one_word_without_an_end_is_cut():
    assert in_a_line("a" * 500) == "a" * 198 + " …"


@given(st.text(max_size=600))
def test_whatever_is_written_fits_and_its_words_are_theirs(words):
    said = in_a_line(words)
    assert len(said) <= LINE
    assert " ".join(words.split()).startswith(said.removesuffix(" …"))
