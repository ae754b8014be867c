"""One in so many, the columns of a list, and the hour at which somebody may be rung."""

from collections import Counter
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.callbacks import rules


@given(st.integers(0, 300), st.integers(1, 20))
def test_every_row_is_drawn_by_exactly_one_start(count, every):
    drawn = Counter(row for start in range(1, every + 1) for row in rules.every_nth(count, every, start))
    assert drawn == Counter(range(1, count + 1))


@pytest.mark.parametrize(("every", "start"), [(3, 0), (3, 4), (0, 1)])
def test_a_start_outside_the_first_n_is_refused(every, start):
    with pytest.raises(ValueError, match="no row"):
        rules.every_nth(9, every, start)


def test_headings_are_guessed_in_either_language():
    assert rules.guessed(["Enw", "Rhif", "Mobile", "Crime Ref", "Safe to call"]) == {
        "name": "Enw", "phone": "Mobile", "crime_reference": "Crime Ref", "safe_to_ring": "Safe to call",
    }  # fmt: skip


@pytest.mark.parametrize(("row", "safe"), [
    ({"Safe": "No"}, {"no_phone": True}),
    ({"Safe": "yes", "From": "9:00", "To": "17.30"}, {"not_before": "09:00", "not_after": "17:30"}),
    ({"From": "after lunch"}, {"no_phone": True}),  # what cannot be read is not rung
    ({}, {}),
])  # fmt: skip
def test_the_rule_of_a_row(row, safe):
    columns = {"phone": "Phone", "safe_to_ring": "Safe", "not_before": "From", "not_after": "To", "language": "L"}
    made = rules.mapped({"Phone": "07700 900123", "L": "Cymraeg"} | row, columns)
    assert made["safe"] == safe and made["language"] == "cy" and made["phone"] == "07700 900123"


def test_the_hour():
    rule = {"not_before": "09:00", "not_after": "17:30"}
    assert [rules.may_ring(rule, time(hour, 30)) for hour in (8, 9, 17, 18)] == [False, True, True, False]
    assert not rules.may_ring({"no_phone": True}, time(12)) and rules.may_ring({}, time(3))
