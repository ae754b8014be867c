"""The refusals as a table, and what holds of a dated list on any day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.codes import rules
from putright.codes.rules import Bounds, Cannot, Row, Rows

BEGAN, USED, LATER = date(2024, 1, 1), date(2026, 3, 20), date(2026, 6, 1)
DAY = timedelta(days=1)
A = Row("A", "Delivery", "Cyflawni", BEGAN)
A1 = Row("A1", "Slow", "Araf", BEGAN, parent="A")
B = Row("B", "Powers", "Pwerau", BEGAN, date(2025, 12, 31))
LIST = Rows((A, A1, B))
BOUNDS = Bounds(longest=4, last_used={"A1": USED}, mapped=Rows((A,)))


def new(code: str = "C", **details: object) -> Row:
    return Row(**{"code": code, "en": "Other", "cy": "Arall", "since": LATER, **details})


REFUSED = {
    "code_form": lambda held: rules.add(held, new("C C")),
    "code_long": lambda held: rules.add(held, new("C1234")),
    "names_missing": lambda held: rules.add(held, new(cy=" ")),
    "too_long": lambda held: rules.add(held, new(en="x" * 201)),
    "ends_first": lambda held: rules.add(held, new(until=LATER - DAY)),
    "recalled_form": lambda held: rules.add(held, new(recalled="yes")),
    "overlap": lambda held: rules.add(held, new("A")),
    "no_parent": lambda held: rules.add(held, new(parent="Z")),
    "too_deep": lambda held: rules.add(held, new(parent="A1")),
    "parent_closed": lambda held: rules.add(held, new(parent="B")),
    "no_category": lambda held: rules.add(held, new(mapped_to="Z")),
    "in_use": lambda held: rules.end(held, "A1", USED - DAY),
    "not_in_force": lambda held: rules.end(held, "B", LATER),
    "begins_that_day": lambda held: rules.rename(held, "A", ("Duties", "Dyletswyddau"), BEGAN),
    "same_names": lambda held: rules.rename(held, "A", ("Delivery", "Cyflawni"), LATER),
}


def refused(how) -> set[str]:
    try:
        return {problem.why for problem in rules.problems(LIST, how(LIST), BOUNDS)}
    except Cannot as cannot:
        return {problem.why for problem in cannot.problems}


@pytest.mark.parametrize("why", REFUSED)
def test_the_table_of_refusals(why):
    assert why in refused(REFUSED[why])


@pytest.mark.parametrize(
    "how",
    [
        lambda held: rules.end(held, "A1", USED),
        lambda held: rules.rename(held, "A1", ("Late", "Hwyr"), USED + DAY),
        lambda held: rules.add(held, new("B")),
        lambda held: rules.add(held, new("A2", parent="A")),
        lambda held: rules.add(held, new(mapped_to="A")),
    ],
    ids=["end on the day of use", "rename the day after", "begin again after a gap", "a part", "mapped"],
)
def test_what_is_just_within_is_not_refused(how):
    assert refused(how) == set()


def test_a_name_may_not_change_for_a_day_on_which_it_was_chosen():
    assert refused(lambda held: rules.rename(held, "A1", ("Late", "Hwyr"), USED)) == {"in_use"}


def test_a_group_does_not_end_before_its_parts():
    assert refused(lambda held: rules.end(held, "A", LATER)) == {"parent_closed"}
    both = rules.end(rules.end(LIST, "A1", LATER), "A", LATER)
    assert rules.problems(LIST, both, BOUNDS) == []


MERGED = {
    "rewritten": [new("A", en="Another", since=BEGAN)],
    "reopened": [new("B", en="Powers", cy="Pwerau", since=BEGAN)],
    "end_moved": [new("B", en="Powers", cy="Pwerau", since=BEGAN, until=date(2025, 1, 1))],
    "twice": [new(), new()],
}


@pytest.mark.parametrize("why", MERGED)
def test_what_a_file_may_not_do(why):
    _after, wrong = rules.merge(LIST, MERGED[why])
    assert [problem.why for problem in wrong] == [why]


def test_a_file_leaves_alone_what_it_does_not_mention():
    after, wrong = rules.merge(LIST, [new()])
    assert (after.rows, wrong) == ((*LIST.rows, new()), [])


DAYS = st.dates(date(2020, 2, 1), date(2035, 12, 31))
NAMES = st.tuples(st.text("abc", min_size=1, max_size=3), st.text("âŵŷ", min_size=1, max_size=3))
DOINGS = st.lists(st.tuples(st.sampled_from(["end", "rename", "add"]), DAYS, NAMES), max_size=8)


def carried_out(doings) -> list[Rows]:
    """The list after each doing that was not refused, the first list first."""
    made = [Rows((A,))]
    for verb, on, names in doings:
        try:
            after = {
                "end": lambda on=on: rules.end(made[-1], "A", on),
                "rename": lambda on=on, names=names: rules.rename(made[-1], "A", names, on),
                "add": lambda on=on, names=names: rules.add(made[-1], Row("A", *names, on)),
            }[verb]()
        except Cannot:
            continue
        if not rules.problems(made[-1], after, Bounds()):
            made.append(after)
    return made


@given(DOINGS, DAYS)
def test_whatever_is_done_a_code_has_at_most_one_row_on_any_day(doings, on):
    for held in carried_out(doings):
        rows = [row for row in held.rows if row.in_force(on)]
        assert len(rows) <= 1
        assert held.find("A", on) == (rows[0] if rows else None)


@given(DOINGS, DAYS)
def test_a_code_that_never_ended_has_exactly_one_row_on_each_day_since_it_began(doings, on):
    held = carried_out([doing for doing in doings if doing[0] == "rename"])[-1]
    assert sum(row.in_force(on) for row in held.rows) == (1 if on >= BEGAN else 0)


@given(DOINGS, DAYS)
def test_a_code_can_be_read_on_every_day_whatever_was_done(doings, on):
    assert carried_out(doings)[-1].readable("A", on) is not None


@given(DOINGS, DAYS)
def test_no_change_alters_a_day_before_the_last_use(doings, used):
    bounds, before = Bounds(last_used={"A": used}), Rows((A,))
    for verb, on, names in doings:
        how = rules.end if verb == "end" else rules.rename
        try:
            after = how(before, "A", on) if verb == "end" else how(before, "A", names, on)
        except Cannot:
            continue
        if not rules.problems(before, after, bounds):
            assert after.find("A", used) is None or after.name("A", used, "en") == before.name("A", used, "en")
            assert (after.find("A", used) is None) == (before.find("A", used) is None)
            before = after


@given(DOINGS)
def test_the_steps_say_all_that_differs(doings):
    """Made again from the steps alone, the list is the same."""
    made = carried_out(doings)
    for before, after in zip(made, made[1:], strict=False):
        held = {row.key: row for row in before.rows}
        for step in rules.steps(before, after):
            held |= {row.key: row for row in (step.old, step.new) if row}
        assert set(held.values()) == set(after.rows)
