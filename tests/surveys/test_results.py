"""Results by one thing at a time, with nobody to be picked out."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gateways import clock
from putright.invited import actions as invited
from putright.surveys import results

from ..make import contacts, people, surveys

pytestmark = pytest.mark.django_db
QUERIES = 14


@pytest.fixture
def later(cast):
    surveys.surveys(cast.at)
    return cast.at + timedelta(days=70)


def many(number, at, **more):
    for n in range(number):
        who = people.person(f"Somebody {n}", at=at)
        surveys.answered(contacts.contact(who, at=at).case, who, at=at + timedelta(minutes=n), **more)


def said(response) -> str:
    return " ".join(response.content.decode().split())


def test_by_language_with_mean_marks_and_how_many_marked_each(cast, later):
    many(6, cast.at, scores={"overall": "4", "polite": "5"}, language="en")
    many(7, cast.at, scores={"overall": "2", "polite": "na"}, language="cy")
    found = results.of(surveys.survey(), "language", at=later)
    assert found.whole.number == 13 and found.whole.cells["overall"].mean == 2.9
    parts = {part.key: part for part in found.parts}
    assert parts["en"].number == 6 and parts["en"].cells["overall"].mean == 4.0
    assert parts["cy"].cells["polite"] == results.Cell(0, None)  # nobody marked it: nobody to pick out


def test_a_small_part_is_hidden_with_another_so_that_taking_away_gives_nothing(cast, later):
    many(3, cast.at, language="cy")
    many(9, cast.at, language="en")
    found = results.of(surveys.survey(), "language", at=later)
    assert [part.number for part in found.parts] == [None, None] and found.whole.number == 12
    assert all(cell.mean is None for part in found.parts for cell in part.cells.values())


def test_a_question_few_marked_is_hidden_in_its_part_and_in_another(cast, later):
    many(6, cast.at, scores={"overall": "4", "polite": "5"}, language="en")
    many(4, cast.at, scores={"overall": "4"}, language="cy")
    many(2, cast.at, scores={"overall": "4", "polite": "1"}, language="cy")
    found = results.of(surveys.survey(), "language", at=later)
    polite = {part.key: part.cells["polite"].mean for part in found.parts}
    assert polite == {"en": None, "cy": None} and all(part.number == 6 for part in found.parts)


def test_a_question_few_marked_is_hidden_in_the_whole_too(cast, later):
    many(4, cast.at, scores={"overall": "4", "polite": "1"})
    many(5, cast.at, scores={"overall": "4"})
    whole = results.of(surveys.survey(), "month", at=later).whole
    assert whole.number == 9 and whole.cells["polite"] == results.Cell(None, None) and whole.cells["overall"].number == 9


def test_nothing_is_shown_of_too_few_nor_of_the_month_that_is_going_on(cast, later):
    many(4, cast.at)
    assert results.of(surveys.survey(), "month", at=later).until is None
    many(1, cast.at + timedelta(hours=3))
    assert results.of(surveys.survey(), "month", at=cast.at + timedelta(days=1)).until is None
    assert results.of(surveys.survey(), "month", at=later).until == (2026, 3)
    many(2, cast.at + timedelta(days=20))  # April brings too few to come out by itself
    assert results.of(surveys.survey(), "month", at=later).whole.number == 5


def test_the_smallest_number_is_the_offices_to_set(cast, later):
    many(6, cast.at)
    invited.set_to("smallest", 7, by=cast.jo, at=cast.at)
    assert results.of(surveys.survey(), "month", at=later).until is None


def test_how_many_were_asked_opened_and_answered(cast, later):
    many(6, cast.at, how="email")
    for _n in range(4):
        surveys.asked(None, None, at=cast.at, how="email")
    rate = results.of(surveys.survey(), "month", at=later).rates
    assert [(one.how, one.sent, one.opened, one.answered, one.share) for one in rate] == [("email", 10, 6, 6, 60)]


def test_how_many_answered_by_a_way_few_took_is_hidden_with_another(cast, later):
    many(6, cast.at, how="email")
    many(7, cast.at, how="text")
    many(3, cast.at, how="letter")
    rates = {one.how: one for one in results.of(surveys.survey(), "month", at=later).rates}
    assert (rates["letter"].sent, rates["letter"].answered) == (None, None)
    assert {how: rates[how].answered for how in ("email", "text")} in ({"email": None, "text": 7}, {"email": 6, "text": None})


def test_by_what_they_said_about_themselves_only_from_tallies_of_quarters_that_are_over(cast, later):
    for band, number in (("65_over", 6), ("25_to_64", 7)):
        mark = "2" if band == "65_over" else "4"
        many(number, cast.at, scores={"overall": mark}, themselves={"age": band}, beside=True)
    found = results.of(surveys.survey(), "group", at=later)
    assert {part.key: part.cells["overall"].mean for part in found.parts} == {"age.25_to_64": 4.0, "age.65_over": 2.0}
    assert not results.of(surveys.survey(), "group", at=cast.at + timedelta(days=1)).parts


def test_a_small_group_is_hidden_with_another_also_where_people_said_it_of_themselves(cast, later):
    """Whoever knows how many answered cannot take the larger group away and be left with three people."""
    for band, number in (("under_25", 3), ("65_over", 6), ("25_to_64", 7)):
        many(number, cast.at, scores={"overall": "4"}, themselves={"age": band}, beside=True)
    parts = {part.key: part for part in results.of(surveys.survey(), "group", at=later).parts}
    assert parts["age.under_25"].number is None and parts["age.under_25"].cells["overall"] == results.Cell(None, None)
    assert sum(part.number is None for part in parts.values()) >= 2


@pytest.mark.parametrize("by", results.BY)
@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_page_by_everything_asks_no_more_for_more(client, cast, later, by, language):
    many(8, cast.at, themselves={"age": "65_over"}, beside=True)
    client.force_login(cast.robin.user)
    with clock.fixed(later):
        client.get(f"/{language}/staff/surveys/complaint/results/?by={by}")
        with CaptureQueriesContext(connection) as asked:
            page = client.get(f"/{language}/staff/surveys/complaint/results/?by={by}")
    assert len(asked) <= QUERIES and page.status_code == 200
    assert ("Friendly" if language == "en" else "Cyfeillgar") in said(page) and "<meter" in said(page)


def test_the_list_of_surveys_has_the_whole_of_each_and_nothing_small(client, cast, later):
    many(8, cast.at, scores={"overall": "3"})
    many(2, cast.at, survey="enquiry")
    client.force_login(cast.robin.user)
    with clock.fixed(later):
        page = said(client.get("/en/staff/surveys/"))
    assert ">8</a>" in page and "too few" in page and ">2</a>" not in page
