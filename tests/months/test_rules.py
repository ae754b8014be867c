"""Periods, the day a board has its report, fingerprints and differences."""

from datetime import date

import pytest

from putright.months import rules
from putright.months.rules import Period


def test_a_quarter_and_a_year_begin_and_end_where_they_should():
    quarter, year = Period(2026, 1, 3), Period(2025, 4, 12)
    assert (quarter.start.date(), quarter.last_day) == (date(2026, 1, 1), date(2026, 3, 31))
    assert year.last_day == date(2026, 3, 31) and year.end == quarter.end
    assert quarter.before == Period(2025, 10, 3) and year.before == Period(2024, 4, 12)
    assert Period(2026, 3).before == Period(2026, 2) and Period(2026, 1).before == Period(2025, 12)


@pytest.mark.parametrize("wrong", [(2026, 2, 3), (2026, 7, 12), (2026, 1, 2), (2026, 13, 1), (1, 1, 1)])
def test_what_is_no_period_is_refused(wrong):
    with pytest.raises(ValueError):
        Period(*wrong)


def test_a_board_has_its_report_on_its_day_of_the_month_after():
    assert rules.goes_on(Period(2026, 1, 3), 12).date() == date(2026, 4, 12)
    assert rules.goes_on(Period(2026, 12), 5).date() == date(2027, 1, 5)


def test_the_fingerprint_is_of_what_is_said_and_not_of_its_order():
    assert rules.fingerprint({"a": 1, "b": "ŵ"}) == rules.fingerprint({"b": "ŵ", "a": 1})
    assert rules.fingerprint({"a": 1, "b": "ŵ"}) != rules.fingerprint({"a": 1, "b": "w"})


def both(words: str) -> dict[str, str]:
    return {"en": words, "cy": words}


def report(lines: dict[str, str], cells: dict[str, str]) -> dict:
    table = {
        "key": "kinds", "title": both("Kinds"), "heads": [both("Number")],
        "lines": [{"part": key, "name": both(key), "cells": [both(value)]} for key, value in cells.items()],
    }  # fmt: skip
    drawn = [{"key": key, "name": both(key), "value": both(value)} for key, value in lines.items()]
    return {"sections": [{"key": "one", "lines": drawn, "tables": [table]}]}


def test_a_revision_says_what_differs_figure_by_figure():
    older = report({"contacts": "12", "settled": "6"}, {"complaint": "7", "thanks": "5"})
    newer = report({"contacts": "13", "settled": "6"}, {"complaint": "8", "enquiry": "5"})
    found = {one.key: (one.was["en"], one.now["en"]) for one in rules.differences(older, newer)}
    assert found == {
        "contacts": ("12", "13"), "kinds/complaint/0": ("7", "8"), "kinds/enquiry/0": ("", "5"), "kinds/thanks/0": ("5", ""),
    }  # fmt: skip
    assert rules.differences(older, older) == []
