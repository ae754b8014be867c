"""Who is suggested, when the ladder climbs, and what a link takes."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.chasing import rules
from putright.chasing.rules import Colleague, Steps

ASKED = datetime(2026, 3, 27, 16, 50, tzinfo=UTC)  # a Friday; Good Friday is 3 April, Easter Monday the 6th


def names(wants, *people):
    return [one.name for one in rules.suggest(wants, people)]


def one(name, load=0, *skills, away=False):
    return Colleague(ord(name[0]), name, frozenset(skills), load, away)


def test_the_one_with_least_in_hand_comes_first():
    assert names((), one("Ann", 6), one("Bob", 2), one("Cai", 4)) == ["Bob", "Cai", "Ann"]


def test_a_skill_wanted_beats_less_work_and_welsh_beats_every_other_skill():
    people = one("Ann", 0), one("Bob", 9, "risk"), one("Cai", 20, "welsh")
    assert names(("risk",), *people) == ["Bob", "Ann", "Cai"]
    assert names(("welsh", "risk"), *people) == ["Cai", "Bob", "Ann"]


def test_nobody_away_is_suggested():
    assert names((), one("Ann", away=True), one("Bob", 50)) == ["Bob"]


def test_the_reason_names_what_is_there_and_what_is_lacking():
    (best,) = rules.suggest(("welsh", "risk"), [one("Ann", 3, "risk")])
    assert (best.has, best.lacks, best.load) == (("risk",), ("welsh",), 3)


def test_a_case_asks_for_its_language_its_person_and_its_kind():
    assert rules.wanted("cy", at_risk=True, adjustments=False, topics=["victims-review"]) == ("welsh", "risk", "victims-review")
    assert rules.wanted("en", at_risk=False, adjustments=False) == ()


@pytest.mark.parametrize(
    ("day", "days", "rung"),
    [("2026-03-27", 0, 0), ("2026-03-29", 0, 0), ("2026-03-30", 1, 0), ("2026-04-02", 4, 0), ("2026-04-06", 4, 0),
     ("2026-04-07", 5, 1), ("2026-04-14", 10, 2), ("2026-04-21", 15, 3)],
)  # fmt: skip
def test_working_days_are_waited_over_easter(day, days, rung):
    at = datetime.fromisoformat(f"{day}T12:00:00+00:00")
    assert rules.waited(ASKED, at) == days
    assert rules.rung_due(ASKED, at, Steps()) == rung


@given(st.integers(0, 60), st.integers(0, 60))
def test_the_ladder_never_climbs_down(earlier, more):
    early, late = ASKED + timedelta(days=earlier), ASKED + timedelta(days=earlier + more)
    assert rules.rung_due(ASKED, early, Steps()) <= rules.rung_due(ASKED, late, Steps())


def test_beyond_the_known_calendar_weekdays_count():
    asked = datetime(2090, 1, 2, 12, tzinfo=UTC)
    assert rules.waited(asked, asked + timedelta(days=7)) == 5


def test_a_ladder_must_climb():
    assert rules.climbs(Steps()) and rules.climbs(Steps(1, 2, 3, 1))
    assert not any(map(rules.climbs, (Steps(5, 5, 9), Steps(0, 2, 3), Steps(5, 4, 9), Steps(1, 2, 3, 0))))


@pytest.mark.parametrize(
    ("ended", "waits", "late", "why"),
    [("", True, False, ""), ("", True, True, "late"), ("", False, True, "not_needed"), ("used", False, False, "used"),
     ("renewed", True, False, "renewed"), ("not_me", True, False, "not_me")],
)  # fmt: skip
def test_why_a_link_takes_no_answer(ended, waits, late, why):
    at = ASKED + timedelta(days=2 if late else 0)
    assert rules.trouble(ended=ended, waits=waits, until=ASKED + timedelta(days=1), at=at) == why
