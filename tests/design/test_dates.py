from datetime import UTC, date, datetime

import pytest

from design.dates import clock, day, moment


def test_an_afternoon_in_english_and_welsh():
    when = datetime(2026, 3, 27, 16, 50, tzinfo=UTC)
    assert moment(when, "en") == "27 March 2026, 4:50pm"
    assert moment(when, "cy") == "27 Mawrth 2026, 4:50yp"


def test_summer_time_moves_the_clock_and_may_move_the_day():
    late = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert moment(late, "en", weekday=True) == "Thursday 2 July 2026, 12:30am"
    assert day(late, "cy", weekday=True) == "Dydd Iau 2 Gorffennaf 2026"


def test_noon_and_midnight_are_said_in_words():
    assert clock(datetime(2026, 1, 5, 12, tzinfo=UTC), "en") == "midday"
    assert clock(datetime(2026, 1, 5, 0, tzinfo=UTC), "cy") == "canol nos"
    assert clock(datetime(2026, 1, 5, 0, 1, tzinfo=UTC), "en") == "12:01am"


def test_a_plain_day_is_not_moved():
    assert day(date(2024, 2, 29), "en") == "29 February 2024"


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        moment(datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None), "en")
