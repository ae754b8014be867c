"""What an office pack says of its work: below what the office or a measurement says, above what the room comes with."""

from datetime import date

import pytest

import offices
from putright.staffing import marks
from putright.staffing.marks import Given

ON = date(2026, 3, 27)


def packed(slug: str, on: date = ON) -> dict[str, Given]:
    return {one.name: one for one in marks.packed(offices.load(slug), on, "en")}


@pytest.mark.parametrize("slug", offices.known())
def test_every_number_of_a_pack_is_one_the_answers_use_within_its_bounds(slug):
    rows = offices.load(slug).workload
    assert rows and all(row.name in marks.usual() and marks.fits(row.name, float(row.value)) for row in rows)
    assert all(row.words.en and row.words.cy and (row.cite or row.source == "recalled") for row in rows)


def test_the_documents_of_the_two_offices_that_asked_are_where_their_answers_begin():
    essex, dyfed = packed("essex")["calls"], packed("dyfed-powys")["email_week"]
    assert (essex.value, essex.mark) == (round(102_624 / 52), marks.PACK)
    assert (dyfed.value, dyfed.mark) == (round((1_759 + 598 + 399) / 52), marks.PACK)
    assert "calls" not in packed("essex", date(2018, 3, 31)), "the year it is of had not begun"


def test_usual_practice_stays_marked_as_not_checked():
    assert {packed("hertfordshire")[name].mark for name in ("level", "within", "shrinkage")} == {marks.RECALLED}


def test_the_office_says_more_than_what_is_measured_and_that_more_than_the_pack():
    pack = [Given("calls", 1974.0, marks.PACK), Given("seconds", 300.0, marks.PACK), Given("level", 80.0, marks.PACK)]
    said, measured = [Given("calls", 900.0, marks.OFFICE)], {"calls": 700.0, "seconds": 350.0}
    found = marks.in_force(said, measured, {"within": 20.0}, pack)
    assert [(found[name].value, found[name].mark) for name in ("calls", "seconds", "level", "within", "patience")] == [
        (900.0, marks.OFFICE), (350.0, marks.MEASURED), (80.0, marks.PACK), (20.0, marks.TRIED), (120.0, marks.RECALLED),
    ]  # fmt: skip
