"""A month begins and ends at midnight in London, summer and winter."""

from datetime import UTC, datetime

import pytest

from putright.facts.months import Month


def test_a_month_holds_its_first_moment_and_not_the_next_months():
    march = Month(2026, 3)
    assert march.start.astimezone(UTC) == datetime(2026, 3, 1, 0, 0, tzinfo=UTC)
    assert march.end.astimezone(UTC) == datetime(2026, 3, 31, 23, 0, tzinfo=UTC)  # the clocks had gone forward
    assert march.end == march.next.start


def test_the_year_turns():
    assert Month(2025, 12).next == Month(2026, 1)
    assert Month(2026, 1).previous == Month(2025, 12)
    assert Month(2024, 2).last_day.day == 29


def test_a_moment_belongs_to_its_london_month():
    assert Month.of(datetime(2026, 6, 30, 23, 30, tzinfo=UTC)) == Month(2026, 7)


@pytest.mark.parametrize(("year", "number"), [(2026, 0), (2026, 13), (0, 1), (9999, 12), (10**12, 1)])
def test_there_is_no_such_month(year, number):
    with pytest.raises(ValueError, match="no month"):
        Month(year, number)
