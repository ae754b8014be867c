"""The promises the law sets, as dated rows."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from putright.law import statutory
from putright.law.promises import STATUTORY

FIRST = date(2020, 2, 1)
DAY = timedelta(days=1)


def test_every_promise_of_the_law_has_its_days_and_none_is_left_over() -> None:
    assert set(statutory.IN_FORCE) == set(STATUTORY)
    assert {one.name: one.period for one in statutory.every()} == dict(STATUTORY)


def test_a_promise_without_its_days_is_no_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statutory, "IN_FORCE", {"update": (FIRST, None)})
    with pytest.raises(KeyError):
        statutory.every()


def test_the_regulations_of_2020_promised_nothing_before_their_first_day() -> None:
    assert statutory.in_force(FIRST - DAY) == ()
    assert [one.name for one in statutory.in_force(FIRST)] == list(STATUTORY)
    assert statutory.days() == {FIRST}


def test_a_promise_is_law_on_its_last_day_and_not_on_the_next() -> None:
    last = date(2024, 12, 31)
    one = replace(statutory.every()[0], until=last)
    assert one.in_force(last) and one.in_force(FIRST) and not one.in_force(last + DAY) and not one.in_force(FIRST - DAY)


def test_what_began_and_what_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    last = date(2024, 12, 31)
    monkeypatch.setattr(statutory, "IN_FORCE", {**statutory.IN_FORCE, "review": (FIRST, last)})
    began, ended = statutory.between(FIRST - DAY, FIRST)
    assert [one.name for one in began] == list(STATUTORY) and ended == ()
    began, ended = statutory.between(last, last + DAY)
    assert began == () and [one.name for one in ended] == ["review"]
    assert statutory.between(FIRST, last) == ((), ())
    assert statutory.days() == {FIRST, last + DAY}
