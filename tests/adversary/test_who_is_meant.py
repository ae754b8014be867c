"""However an officer is written down, the colleague with a log-in who may be that officer is kept out at once."""

import pytest

from putright.cases.actions import name_officer
from putright.cases.queries import is_walled
from putright.people.rules import fold, may_be, same_number
from tests.make import people
from tests.make.contacts import contact

NAMED = (
    "Dana Price",
    "dana  PRICE",
    "Sgt Dana Price",
    "Price, Dana",
    "PS Price",
    "D. Price",
    "Rhingyll Price",
    "Dana Louise Price",
)
NOT_NAMED = ("Dan Price", "K. Price", "Dana Pryce", "Sgt", "", "Ann Price")


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMED)
def test_by_name(cast, name):
    case = contact(cast.ffion).case
    name_officer(case, people.officer(name=name), by=cast.sam, at=cast.at)
    assert is_walled(case, cast.dana)


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["2417", "PC 2417", "ps2417", "02417", "2417/N", "#2417"])
def test_by_number(cast, number):
    case = contact(cast.ffion).case
    name_officer(case, people.officer(collar_number=number), by=cast.sam, at=cast.at)
    assert is_walled(case, cast.dana)
    assert not is_walled(case, cast.chris)


@pytest.mark.parametrize("name", NOT_NAMED)
def test_somebody_else_is_not_kept_out(name):
    assert not may_be(fold(name), "dana price")


@pytest.mark.parametrize(
    "one, other", [("", ""), ("2417", ""), ("", "2417"), ("2417", "24170"), ("A", "B"), ("-", "-")]
)
def test_numbers_that_are_not_one(one, other):
    assert not same_number(one, other)
