"""Promises: the due moment worked out by hand from a wall calendar, and the working-out that people read."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from putright.law import calendar, due
from putright.law.calendar import LONDON, BeyondCalendar, Calendar
from putright.law.counting import Still
from putright.law.promises import OPEN, STATUTORY, CountsFrom, Hours, Kind, Period, Reckoned
from putright.law.promises import due as due_at
from putright.law.refusals import NotAMoment, UnknownPromise

ONE_DAY = Period(Kind.WORKING_DAYS, 1)
TEN_DAYS = Period(Kind.DAYS, 10)
FIRST, LAST = datetime.fromisoformat("2012-01-02"), datetime.fromisoformat("2028-11-01")
MOMENTS = st.datetimes(FIRST, LAST, timezones=st.just(LONDON))


def moment(text: str) -> datetime:
    return calendar.read_moment(text)


@pytest.mark.parametrize(("start", "expected"), [
    ("2026-03-27T16:50", "2026-03-30T17:00:00+01:00"),  # Friday in hours, over the night the clocks go forward
    ("2026-03-27T17:00", "2026-03-30T17:00:00+01:00"),  # on the stroke of closing is still open
    ("2026-03-27T17:01", "2026-03-31T17:00:00+01:00"),  # after closing: counts as Monday, due Tuesday
    ("2026-03-27T07:00", "2026-03-30T17:00:00+01:00"),  # before opening: counts as that Friday
    ("2026-03-28T11:00", "2026-03-31T17:00:00+01:00"),  # Saturday: counts as Monday
    ("2026-04-02T12:00", "2026-04-07T17:00:00+01:00"),  # Maundy Thursday: past Good Friday and Easter Monday
    ("2026-04-03T12:00", "2026-04-08T17:00:00+01:00"),  # Good Friday: counts as Tuesday
    ("2026-12-24T12:00", "2026-12-29T17:00:00+00:00"),  # Christmas Eve: Friday, Saturday, Sunday, and Monday in lieu
    ("2022-09-16T12:00", "2022-09-20T17:00:00+01:00"),  # over the State Funeral
    ("2020-05-07T12:00", "2020-05-11T17:00:00+01:00"),  # over VE day, which was the Friday
])
def test_contact_within_one_working_day(start: str, expected: str) -> None:
    assert due_at(ONE_DAY, moment(start)).at.isoformat() == expected


def test_counting_from_receipt_ignores_the_hours_at_both_ends_and_runs_to_midnight() -> None:
    for start in ("2026-03-27T20:00", "2026-03-28T11:00"):
        assert due_at(ONE_DAY, moment(start), counts_from=CountsFrom.RECEIPT).at == moment("2026-03-30T23:59:59")
        assert due_at(ONE_DAY, moment(start), hours=Hours(time(6), time(12)), counts_from=CountsFrom.RECEIPT).at == (
            moment("2026-03-30T23:59:59"))


def test_reg_34_2_b_the_fifth_working_day_ends_at_midnight_and_an_office_s_own_fifth_day_when_it_closes() -> None:
    """The regulation names days and no hour; what the office promises its public, it promises within its hours."""
    start = moment("2026-06-01T12:00")
    in_law, promised = STATUTORY["outcome"], Period(Kind.WORKING_DAYS, 5)
    assert due_at(in_law, start).at.isoformat() == "2026-06-08T23:59:59+01:00"
    assert due_at(promised, start).at.isoformat() == "2026-06-08T17:00:00+01:00"
    assert "Due at the end of Monday 8 June 2026: 23:59:59." in due_at(in_law, start).working_out["en"]
    assert "I’w gyflawni erbyn diwedd dydd Llun 8 Mehefin 2026: 23:59:59." in due_at(in_law, start).working_out["cy"]
    assert "Due when the office closes on Monday 8 June 2026: 17:00." in due_at(promised, start).working_out["en"]


@pytest.mark.parametrize("name", STATUTORY)
def test_nothing_the_law_sets_depends_on_when_the_office_opens_or_closes(name: str) -> None:
    start = moment("2026-06-01T18:00")
    offices = (None, Hours(time(6), time(7)), Hours(time(20), time(22)))
    told = {due_at(STATUTORY[name], start, hours=hours).at for hours in offices}
    assert len(told) == 1
    assert told.pop().time() == time(23, 59, 59)


def test_the_offices_own_hours_set_the_closing_time_day_by_day() -> None:
    eight_to_eight = Hours(time(8), time(20), {4: (time(9), time(16))})
    assert due_at(ONE_DAY, moment("2026-03-26T19:30"), hours=eight_to_eight).at == moment("2026-03-27T16:00")
    assert due_at(ONE_DAY, moment("2026-03-27T16:30"), hours=eight_to_eight).at == moment("2026-03-31T20:00")


@pytest.mark.parametrize(("promise", "start", "expected"), [
    # reg 4(2): the end of the day after, weekends and holidays included, and across both clock changes
    ("iopc-referral", "2026-03-27T16:50", "2026-03-28T23:59:59+00:00"),
    ("iopc-referral", "2026-03-28T00:00", "2026-03-29T23:59:59+01:00"),
    ("iopc-referral", "2026-03-28T23:59", "2026-03-29T23:59:59+01:00"),
    ("iopc-referral", "2026-10-24T12:00", "2026-10-25T23:59:59+00:00"),
    ("iopc-referral", "2026-12-24T12:00", "2026-12-25T23:59:59+00:00"),
    # reg 34(2)(a): four weeks
    ("update", "2026-03-02T09:00", "2026-03-30T23:59:59+01:00"),
    ("update", "2024-02-01T09:00", "2024-02-29T23:59:59+00:00"),
    # reg 34(2)(b): five working days, from the day it was decided even if the office was shut
    ("outcome", "2026-03-27T16:50", "2026-04-07T23:59:59+01:00"),
    ("outcome", "2026-03-28T16:50", "2026-04-07T23:59:59+01:00"),
    ("outcome", "2026-06-01T18:00", "2026-06-08T23:59:59+01:00"),
    ("outcome", "2026-10-19T12:00", "2026-10-26T23:59:59+00:00"),  # over the night the clocks go back
    # reg 29(2): 28 days starting the day after
    ("review", "2026-03-27T16:50", "2026-04-24T23:59:59+01:00"),
])
def test_what_the_law_sets(promise: str, start: str, expected: str) -> None:
    assert due.work_out(promise, start).at.isoformat() == expected


def test_ten_days_to_refer_are_calendar_days_and_start_again_when_it_is_clarified() -> None:
    assert due_at(TEN_DAYS, moment("2026-03-27T16:50")).at.isoformat() == "2026-04-06T23:59:59+01:00"
    assert due_at(TEN_DAYS, moment("2026-04-01T09:00")).at.isoformat() == "2026-04-11T23:59:59+01:00"


def test_the_working_out_names_every_day_skipped_and_why_in_both_languages() -> None:
    said = due_at(ONE_DAY, moment("2026-04-02T18:00")).working_out
    assert said["en"] == (
        "It starts on Thursday 2 April 2026 at 18:00, London time.",
        "The office had closed at 17:00, so it counts as received on the next working day: Tuesday 7 April 2026.",
        "Working day 1: Wednesday 8 April 2026.",
        "Due when the office closes on Wednesday 8 April 2026: 17:00.",
    )
    over_easter = due_at(ONE_DAY, moment("2026-04-02T12:00")).working_out
    assert over_easter["en"][1:5] == (
        "Not counted: Friday 3 April 2026 (Good Friday).",
        "Not counted: Saturday 4 April 2026 (weekend).",
        "Not counted: Sunday 5 April 2026 (weekend).",
        "Not counted: Monday 6 April 2026 (Easter Monday).",
    )
    assert over_easter["cy"][1:3] == (
        "Heb ei gyfrif: dydd Gwener 3 Ebrill 2026 (Dydd Gwener y Groglith).",
        "Heb ei gyfrif: dydd Sadwrn 4 Ebrill 2026 (penwythnos).",
    )
    assert len(over_easter["cy"]) == len(over_easter["en"])


def test_the_working_out_says_when_it_arrived_early_or_on_a_day_not_worked() -> None:
    assert "opens at 09:00" in due_at(ONE_DAY, moment("2026-03-27T07:00")).working_out["en"][1]
    assert not any("opens at" in line for line in due_at(ONE_DAY, moment("2026-03-27T09:00")).working_out["en"])
    assert "not a working day (weekend)" in due_at(ONE_DAY, moment("2026-03-28T11:00")).working_out["en"][1]


def test_the_working_out_cites_the_law_and_owns_up_to_what_is_inferred_or_recalled() -> None:
    referral = due.work_out("iopc-referral", "2026-03-27T16:50").working_out["en"]
    assert "Set by: CMR 2020 reg 4(2)." in referral
    assert any("our reading" in line for line in referral)
    recalled = due_at(Period(Kind.DAYS, 2, "Office practice", recalled=True), moment("2026-03-27T16:50")).working_out
    assert recalled["en"][-1].startswith("Recalled")
    assert recalled["cy"][-1].startswith("O’r cof")


@pytest.mark.parametrize("wrong", [lambda: Period(Kind.DAYS, 0), lambda: Period(Kind.WORKING_DAYS, -1)])
def test_a_period_of_no_length_is_refused(wrong) -> None:
    with pytest.raises(ValueError, match="at least one day"):
        wrong()


def test_a_naive_moment_is_refused_and_so_are_working_days_beyond_the_list() -> None:
    with pytest.raises(NotAMoment):
        due_at(ONE_DAY, datetime.fromisoformat("2026-03-27T16:50"))
    with pytest.raises(BeyondCalendar):
        due_at(ONE_DAY, moment("2029-01-02T10:00"))
    assert due.work_out("update", "2029-01-02T10:00").at == moment("2029-01-30T23:59:59")


def test_a_holiday_proclaimed_late_moves_the_promise_when_it_is_passed_in() -> None:
    known = calendar.england_and_wales()
    proclaimed = {**known.holidays, date(2026, 3, 30): {"en": "Proclaimed", "cy": "Cyhoeddwyd"}}
    later = due_at(ONE_DAY, moment("2026-03-27T12:00"), working=Calendar(proclaimed, known.first, known.last))
    assert later.at == moment("2026-03-31T17:00")
    assert "Not counted: Monday 30 March 2026 (Proclaimed)." in later.working_out["en"]


def test_an_office_names_its_own_promises_and_cannot_replace_what_the_law_sets() -> None:
    office = {"first-contact": ONE_DAY, "outcome": Period(Kind.WEEKS, 52)}
    assert due.work_out("first-contact", "2026-03-27T16:50", periods=office).at == moment("2026-03-30T17:00")
    assert due.work_out("outcome", "2026-03-27T16:50", periods=office).at == moment("2026-04-07T23:59:59")


def test_an_unknown_promise_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownPromise, match="nearest is “outcome”"):
        due.work_out("outcomes", "2026-03-27T16:50")


def test_the_first_line_is_the_due_moment_and_the_working_out_is_below() -> None:
    result = due.work_out("outcome", "2026-03-27T16:50")
    assert due.as_text(result).splitlines()[0] == "2026-04-07T23:59:59+01:00"
    assert due.as_text(result, "cy").splitlines()[1:] == list(result.working_out["cy"])


@given(MOMENTS, st.sampled_from(Kind), st.integers(1, 20), st.sampled_from(CountsFrom))
@settings(max_examples=300, deadline=None)
def test_a_promise_is_always_due_after_it_starts_on_a_later_day_and_a_longer_one_never_sooner(start, kind, n, counts_from):
    first = due_at(Period(kind, n), start, counts_from=counts_from).at
    assert first.date() > start.date() or (kind is Kind.HOURS and first > start)
    assert due_at(Period(kind, n + 1), start, counts_from=counts_from).at >= first
    assert due_at(Period(kind, n), start + timedelta(days=1), counts_from=counts_from).at >= first
    if kind is Kind.WORKING_DAYS:
        assert calendar.is_working_day(first)


def test_every_statutory_promise_has_its_source() -> None:
    assert all(period.source for period in STATUTORY.values())


def test_reg_4_2_the_working_out_names_the_first_and_the_last_day_of_the_count() -> None:
    told = due_at(STATUTORY["iopc-referral"], calendar.read_moment("2026-03-27T16:50")).working_out["en"]
    assert told[1:4] == (
        "The count starts the day after, Saturday 28 March 2026. Every day counts, weekends and bank holidays too.",
        "Day 1, the last, is Saturday 28 March 2026.", "Due at the end of Saturday 28 March 2026: 23:59:59.")


def test_months_end_on_the_same_day_of_a_later_month_or_on_its_last() -> None:
    for start, n, end in (("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-15", 12, "2027-03-15")):
        assert due_at(Period(Kind.MONTHS, n), moment(f"{start}T12:00")).at == moment(f"{end}T23:59:59")


def test_hours_are_counted_while_the_office_is_open_and_said_so() -> None:
    told = due_at(Period(Kind.HOURS, 2), moment("2026-03-27T16:00"))
    assert told.at == moment("2026-03-30T10:00")  # an hour on Friday, an hour on Monday
    assert told.working_out["en"][1:] == (
        "2 hours are counted, by the minute, while the office is open.", "Due on Monday 30 March 2026 at 10:00.")
    assert len(told.working_out["cy"]) == len(told.working_out["en"])


def stopped(since: str, until: str | None) -> Still:
    return Still(moment(since), until and moment(until))


def test_a_stop_is_named_among_the_days_and_the_last_working_day_has_the_number_promised() -> None:
    promise = Reckoned(Period(Kind.WORKING_DAYS, 3), moment("2026-03-02T10:00"), OPEN, CountsFrom.OFFICE_HOURS,
                       calendar.england_and_wales())
    stills = [stopped("2026-03-03T09:00", "2026-03-05T09:00")]
    due_on = promise.counted(stills).due_at
    assert due_on == moment("2026-03-09T17:00")
    assert promise.working_out(due_on, stills)["en"][1:-1] == (
        "Working day 1: Tuesday 3 March 2026.",
        "Not counted: Wednesday 4 March 2026 (the clock stood still).",
        "Not counted: Thursday 5 March 2026 (the clock stood still).",
        "Working day 2: Friday 6 March 2026.",
        "Not counted: Saturday 7 March 2026 (weekend).", "Not counted: Sunday 8 March 2026 (weekend).",
        "Working day 3: Monday 9 March 2026.")


def test_where_every_day_counts_the_days_it_stood_still_are_said_together() -> None:
    promise = Reckoned(TEN_DAYS, moment("2026-03-02T10:00"), OPEN, CountsFrom.RECEIPT, calendar.england_and_wales())
    stills = [stopped("2026-03-03T09:00", "2026-03-05T09:00"), stopped("2026-03-06T09:00", "2026-03-06T12:00")]
    told = promise.working_out(promise.counted(stills).due_at, stills)["en"]
    assert told[2:4] == (
        "Not counted, because the clock stood still: Wednesday 4 March 2026 to Thursday 5 March 2026.",
        "Day 10, the last, is Saturday 14 March 2026.")


@given(MOMENTS, st.sampled_from((Kind.DAYS, Kind.WEEKS, Kind.WORKING_DAYS)), st.integers(1, 12),
       st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=3))
@settings(max_examples=150, deadline=None)
def test_the_days_named_are_the_days_counted(start, kind, n, gaps) -> None:
    """The words and the arithmetic agree: what is named as counted is as many days as were promised."""
    at, stills = start, []
    for gap, length in gaps:
        since = at + timedelta(hours=gap)
        at = since + timedelta(hours=length)
        stills.append(Still(since, at))
    promise = Reckoned(Period(kind, n), start, OPEN, CountsFrom.RECEIPT, calendar.england_and_wales())
    told = promise.working_out(promise.counted(stills).due_at, stills)["en"]
    if kind is Kind.WORKING_DAYS:
        assert [line.split(":")[0] for line in told if line.startswith("Working day")][-1] == f"Working day {n}"
    else:
        assert any(line.startswith(f"Day {n * (7 if kind is Kind.WEEKS else 1)}, the last") for line in told)
