"""What people do to a clock: stops, going on, extensions, excuses. No database: events in, clocks out."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import offices
from offices.days_off import DayOff
from offices.shape import Text
from putright.clocks.months import marks, months
from putright.clocks.promises import State, countings, latest, next_due, work_out
from putright.clocks.runs import Happened, runs_of
from putright.law.calendar import LONDON
from putright.law.counting import More, Still
from putright.law.promises import STATUTORY
from tests.clocks.oracle import by_hand

HERTS = offices.load("hertfordshire")
MONDAY = datetime(2026, 3, 2, 10, tzinfo=LONDON)
RECEIVED = Happened("received", MONDAY, {"channel": "web", "kind": "complaint"})


def e(verb, after, promise="refer", **facts):
    return Happened(verb, MONDAY + timedelta(days=after), {"promise": promise, **facts})


def clock(*events, days=0.0, promise="refer", office=HERTS):
    found = work_out([RECEIVED, *events], office, MONDAY + timedelta(days=days))
    return {one.promise: one for one in latest(found)}[promise]


def stop(days, reason="stop.proceedings"):
    return e("clock_stopped", days, reason=reason)


def test_while_it_stands_it_has_no_date_and_says_what_is_left():
    standing = clock(stop(1), days=5)
    assert (standing.state, standing.due_at, standing.left) == (State.STANDING, None, 9)
    assert any("9 days are still to be counted" in line for line in standing.working_out["en"])
    assert any("9 diwrnod i’w cyfrif o hyd" in line for line in standing.working_out["cy"])


def test_going_on_counts_what_was_left():
    assert clock().due_at.date().isoformat() == "2026-03-12"
    assert clock(stop(1), e("clock_went_on", 6), days=7).due_at.date().isoformat() == "2026-03-17"


def test_a_second_stop_while_it_stands_and_going_on_twice_change_nothing():
    once = clock(stop(1), e("clock_went_on", 3), days=4)
    assert clock(stop(1), stop(2), e("clock_went_on", 3), e("clock_went_on", 3.5), days=4).due_at == once.due_at


def test_what_is_done_to_one_promise_is_not_done_to_another():
    assert clock(stop(1), days=2, promise="update").state is State.RUNNING


def test_an_extension_in_time_adds_and_one_too_late_does_not():
    longer = e("clock_extended", 5, days="5", reason="extend.complex")
    assert clock(longer, days=6).due_at.date().isoformat() == "2026-03-17"
    late = clock(e("clock_extended", 12, days="5", reason="extend.complex"), days=13)
    assert late.due_at.date().isoformat() == "2026-03-12" and late.state is State.MISSED


def test_excused_is_neither_kept_nor_missed_unless_it_was_kept_in_time():
    excused = e("clock_excused", 11, reason="excuse.emergency")
    handed = Happened("handed_over", MONDAY + timedelta(days=14), {"body": "standards"})
    assert clock(excused, days=20).state is State.EXCUSED
    assert clock(excused, handed, days=20).state is State.EXCUSED
    in_time = handed._replace(at=MONDAY + timedelta(days=2))
    assert clock(in_time, excused, days=20).state is State.KEPT
    assert clock(excused, days=20).is_open and clock(excused, days=20).binds_at is None


def test_kept_while_it_stood_still_was_kept_in_time():
    handed = Happened("handed_over", MONDAY + timedelta(days=40), {"body": "standards"})
    assert clock(stop(1), handed, days=41).state is State.KEPT


def test_what_falls_due_next_is_never_one_that_stands_while_another_runs():
    only = replace(HERTS, promises=tuple(row for row in HERTS.promises if row.name in ("refer", "update")))
    found = work_out([RECEIVED, stop(1)], only, MONDAY + timedelta(days=2))
    assert next_due(found).promise == "update"
    alone = replace(HERTS, promises=tuple(row for row in HERTS.promises if row.name == "refer"))
    assert next_due(work_out([RECEIVED, stop(1)], alone, MONDAY + timedelta(days=2))).state is State.STANDING


def test_why_it_was_missed_stays_with_it():
    assert clock(e("missed_because", 30, reason="missed.overlooked"), days=31).because == "missed.overlooked"


def test_a_promise_says_itself_when_it_warns():
    early = replace(HERTS, promises=tuple(replace(row, warns=6) if row.name == "refer" else row for row in HERTS.promises))
    assert clock(days=4, office=early).state is State.WARNING and clock(days=4).state is State.RUNNING


@pytest.mark.parametrize("name", sorted(set(STATUTORY) & {"iopc-referral", "update", "outcome"}))
def test_no_shipped_promise_of_the_law_may_be_stopped_or_extended(name):
    for slug in offices.known():
        assert all(not row.stops_for and not row.extends_times for row in offices.load(slug).promises if row.name == name)


# --- A day proclaimed late, and a promise that was changed ---

PROCLAIMED = DayOff(date(2026, 3, 3), Text("A royal day", "Diwrnod brenhinol"), "office",
                    agreed=date(2026, 3, 2))  # fmt: skip


def test_a_day_proclaimed_late_moves_the_date_and_the_old_one_stays_in_sight():
    moved = clock(promise="first-contact", office=replace(HERTS, days_off=(PROCLAIMED,)))
    assert moved.due_at == datetime(2026, 3, 4, 17, tzinfo=LONDON)
    assert "Not counted: Tuesday 3 March 2026 (A royal day)." in moved.working_out["en"]
    assert any("it was due on Tuesday 3 March 2026, 17:00" in line for line in moved.working_out["en"])
    assert any("y dyddiad oedd dydd Mawrth 3 Mawrth 2026, 17:00" in line for line in moved.working_out["cy"])


def test_a_holiday_that_was_moved_away_is_worked():
    may = datetime(2026, 5, 1, 10, tzinfo=LONDON)
    worked = DayOff(date(2026, 5, 4), Text("Moved", "Symudwyd"), "office", worked=True)
    [received] = [RECEIVED._replace(at=may)]
    due = {c.promise: c.due_at for c in work_out([received], replace(HERTS, days_off=(worked,)), may)}
    assert due["first-contact"].date().isoformat() == "2026-05-04"


# --- Against the oracle, and on the wall ---

hours = st.integers(0, 900)
things = st.lists(st.tuples(hours, st.sampled_from(["clock_stopped", "clock_went_on", "clock_extended"]), st.integers(1, 9)))


@settings(max_examples=200, deadline=None)
@given(things)
def test_any_order_of_stops_and_extensions_agrees_with_counting_on_one_s_fingers(done):
    """The events in any order that can be written; the oracle is told only of those that had an effect."""
    done = sorted(done)
    events = [e(verb, hour / 24, days=str(n), reason="x") for hour, verb, n in done]
    stills, more = [], []
    for hour, verb, n in done:
        at, standing = (MONDAY + timedelta(hours=hour)).astimezone(UTC), bool(stills) and stills[-1][1] is None
        if verb == "clock_extended":
            more.append((at, n))
        elif (verb == "clock_stopped") != standing:
            stills = [*stills, (at, None)] if not standing else [*stills[:-1], (stills[-1][0], at)]

    wanted = by_hand("day", 10, MONDAY, [Still(*one) for one in stills], [More(*one) for one in more])
    [found] = [one for one in countings([RECEIVED, *events], HERTS, MONDAY + timedelta(days=60)) if one.made.name == "refer"]
    assert (found.due_at, found.worked.counted.taken, found.worked.counted.left) == wanted


@settings(max_examples=60, deadline=None)
@given(things, st.sampled_from(["refer", "first-contact", "update"]))
def test_on_the_calendar_the_last_day_has_the_number_that_was_promised(done, promise):
    events = [e(verb, hour / 24, promise, days=str(n), reason="x") for hour, verb, n in sorted(done)]
    at = MONDAY + timedelta(days=60)
    [found] = [one for one in countings([RECEIVED, *events], HERTS, at) if one.made.name == promise]
    shown = marks(found, at)
    assert [mark.day for mark in shown] == [shown[0].day + timedelta(days=n) for n in range(len(shown))]
    if found.due_at:
        promised = {"refer": 10, "first-contact": 1, "update": 28}[promise]
        assert (shown[-1].kind, shown[-1].number) == ("due", promised + sum(one.by for one in found.worked.counted.taken))
    assert all(len(week) == 7 for month in months(found, at) for week in month.weeks)


def test_the_runs_of_a_case_that_nobody_touched_are_as_they_were():
    [run] = runs_of("refer", [RECEIVED._replace(at=MONDAY.astimezone(UTC))], HERTS, None)
    assert (run.stops, run.longer, run.excused, run.because, run.standing) == ((), (), None, "", False)
