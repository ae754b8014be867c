"""Marks, what is left of a text without them, what still stands elsewhere, and the five working days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.decisions import rules

GROUNDS = ("personal", "legal")
HIDDEN = st.text(st.sampled_from("Qŵ’: .\n{}<&\\"), min_size=1, max_size=20).filter(str.strip)
SHOWN = st.text(st.sampled_from("abc 012.\n"), max_size=30)


def said(ground: str) -> str:
    return f"<{ground}>"


@given(st.lists(st.tuples(SHOWN, st.sampled_from(GROUNDS), HIDDEN), max_size=6), SHOWN)
def test_what_is_marked_leaves_nothing_of_itself_and_what_is_not_stays_to_the_letter(marked, end):
    text = "".join(f"{shown}[[{ground}: {hidden}]]" for shown, ground, hidden in marked) + end
    expected = "".join(f"{shown}<{ground}>" for shown, ground, _ in marked) + end
    assert rules.public(text, GROUNDS, said) == expected
    assert len(rules.taken_out({"en": {"summary": text}}, GROUNDS)) == len(marked)


@given(st.text(st.sampled_from("[]:ab "), max_size=25))
def test_whatever_is_typed_is_either_refused_or_leaves_no_mark_behind(text):
    try:
        found = rules.pieces(text, ("ab", "a", "b"))
    except rules.BadMark:
        return
    assert all("[[" not in piece.words and "]]" not in piece.words for piece in found)


@pytest.mark.parametrize("text", [
    "[[personal: a", "personal: a]]", "[[other: a]]", "[[personal a]]", "[[personal:]]", "[[personal:  ]]",
    "[[personal: a [[legal: b]] c]]", "[[Personal: a]]", "[[[personal: a]]]", "[[personal: a]] and ]]",
])  # fmt: skip
def test_a_slip_in_a_mark_is_refused_and_never_published(text):
    with pytest.raises(rules.BadMark):
        rules.pieces(text, GROUNDS)


@pytest.mark.parametrize(("elsewhere", "stands"), [
    ("Inspector Quill leads.", 1), ("INSPECTOR\n  quill", 1), ("Inspector Q. leads.", 0), ("", 0),
])  # fmt: skip
def test_what_is_taken_out_in_one_place_is_found_in_another_whatever_its_capitals_and_spaces(elsewhere, stands):
    assert len(rules.still_there(["Inspector Quill"], {"cy": {"title": elsewhere}})) == stands


def test_five_working_days_leave_out_easter():
    assert rules.publish_by(date(2026, 3, 27)) == date(2026, 4, 7)
    assert rules.publish_by(date(2014, 10, 20)) == date(2014, 10, 27)
