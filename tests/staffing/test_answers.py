"""The two answers and the forecast as pages: what they say, where each number is from, and what may be tried out."""

from datetime import timedelta
from decimal import Decimal

import pytest

from putright.people.gates import NotAllowed
from putright.people.queries import office
from putright.staffing import actions, answers, ground, queries
from putright.staffing.models import Assumption
from tests.make import staffing as make
from tests.make import telephone
from tests.make.people import AT

pytestmark = pytest.mark.django_db
MANY, EMPTY = "/en/staff/staffing/", "/en/staff/staffing/vacancies/"
TODAY = AT.date()


def stand(**tried):
    return ground.stand(office(), tried, AT)


def test_without_history_it_says_so_and_goes_by_assumptions(cast, browser):
    page = browser(cast.jo).go(MANY)
    assert "too few weeks of calls to make a forecast: it takes 8" in page.words
    assert "People needed:" in page.words and "assumed" in page.words and "usual practice, not checked" in page.words
    assert "measured here" not in page.words
    assert stand().numbers["calls"].value == 300


def test_with_weeks_of_calls_the_week_is_measured_and_the_error_is_shown(cast, browser):
    make.counted(cast.jo, 14)
    found = stand()
    assert (found.numbers["calls"].mark, found["calls"]) == ("measured", 320) and found.past.weeks == 14
    page = browser(cast.jo).go(MANY)
    assert "Tried on weeks it had not seen" in page.words and "measured here" in page.words
    assert "off by 0.0% of the calls of a day" in page.words


def test_the_same_calls_and_the_same_people_however_they_became_known(cast):
    """320 calls a week in 80 half-hours are eight an hour: worked out beside the page."""
    make.counted(cast.jo, 14)
    found = stand(welsh=0)
    many = answers.how_many(found, found.hours)
    half = many.peak
    assert half.calls == pytest.approx(8, abs=0.01) and half.desks == 3
    useful = 37 * 0.7
    busiest = max(many.open.desks.values()) * len(many.open.desks) / 2 / useful
    assert many.open.people == pytest.approx(busiest) and half.welsh is None
    rest = (60 * 12 + 10 * 25 + 20 * 15 / 2) / 60 / (useful * 0.85)
    assert many.people - many.open.people == pytest.approx(rest)


def test_what_is_tried_out_is_in_the_address_and_changes_nothing(cast, browser):
    mine = browser(cast.jo)
    before = mine.go(MANY)
    tried = mine.press(before, "calls", calls="1,200", patience=60, open="8-20")
    assert "tried out on this page" in tried.words and "8:00 to 20:00" in tried.words and before.words != tried.words
    assert "calls=1%2C200" in tried.response.request["QUERY_STRING"]
    assert mine.go(MANY).words == before.words and not Assumption.objects.exists()


def test_a_number_that_cannot_be_meant_is_refused_and_stays_in_its_box(cast, browser):
    page = browser(cast.jo).press(browser(cast.jo).go(MANY), "calls", shrinkage="100")
    assert page.response.status_code == 422 and "Enter a number from 0 to 90" in page.words
    assert page.said(page.form("shrinkage"))["shrinkage"] == ["100"]
    words = browser(cast.jo).go(f"{MANY}?calls=many")
    assert "Enter a number in figures" in words.words
    for odd in ("NaN", "Infinity", "1e400", "-5"):
        assert browser(cast.jo).go(f"{MANY}?seconds={odd}").response.status_code == 422


def test_a_load_beyond_any_number_of_people_is_said_in_words(cast, browser):
    page = browser(cast.jo).go(f"{MANY}?seconds=7200&calls=100000&growth=1000")
    assert "No number of people reaches this target" in page.words and "People needed:" not in page.words


def test_more_calls_need_more_people_and_longer_hours_too(cast):
    make.counted(cast.jo, 14)
    one, twice = (answers.how_many(stand(calls=calls, welsh=0), ground.NINE_TO_FIVE) for calls in (320, 640))
    assert twice.people > one.people
    long = answers.how_many(stand(welsh=0), ground.EIGHT_TO_EIGHT)
    assert long.people > one.people and long.open.assumed and long.open.calls == pytest.approx(400, abs=1)  # a quarter more


def test_two_vacancies_and_what_they_do(cast, browser):
    make.posts(cast.jo, 6)
    page = browser(cast.jo).go(EMPTY)
    assert "of callers give up" in page.words and "with 2 more posts empty" in page.words
    found, places = stand(), [one.place for one in queries.posts()]
    asked = answers.Asked(2, TODAY.replace(month=4, day=1), 6)
    effect = answers.vacancies(found, places, [], asked, AT)
    people = [(month.planned[0], month.empty[0]) for month in effect.months]
    assert people == [(6, 6)] + [(6, 4)] * 6 + [(6, 5)] * 2 + [(6, 6)] * 3
    shares = [month.empty[1] for month in effect.months]
    assert shares[1] > shares[7] > shares[9] == effect.months[9].planned[1] and effect.worst.more_lost > 0


def test_what_helps_lessens_it_by_what_is_said(cast, browser):
    make.posts(cast.jo, 6)
    row = {"kind": "overtime", "name": "Saturdays", "part": Decimal("1"), "since": TODAY, "until": None, "planned": False}
    actions.relieve(row, by=cast.jo, at=AT)
    effect = answers.vacancies(
        stand(), [one.place for one in queries.posts()], [queries.help_of(one) for one in queries.reliefs(AT)],
        answers.Asked(2, TODAY.replace(month=4, day=1), 6), AT,
    )  # fmt: skip
    worst = effect.worst
    assert worst.helped[0] == worst.empty[0] + 1 and worst.helped[1] < worst.empty[1]
    assert effect.reliefs[0] == pytest.approx((worst.empty[1] - worst.helped[1]) * worst.calls)
    assert f"because of it: {round(effect.reliefs[0])}" in browser(cast.jo).go(EMPTY).words


def test_a_day_counted_by_hand_stands_for_what_the_exchange_told_of_it(cast):
    exchange, _secret = telephone.exchange()
    telephone.call(exchange, [telephone.event("offered", 0, call="1", at=AT - timedelta(days=1))], at=AT)
    make.counted(cast.jo, 9)
    found = queries.past(office(), AT)
    assert found.by_day()[TODAY - timedelta(days=1)] == 64


@pytest.mark.parametrize("address", ["", "vacancies/", "forecast/", "assumptions/"])
@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_page_in_both_languages_and_for_who_only_looks(cast, browser, language, address):
    make.posts(cast.jo, 3)
    make.counted(cast.jo, 14)
    for who in (cast.jo, cast.robin):
        page = browser(who).go(f"/{language}/staff/staffing/{address}")
        assert page.response.status_code == 200
        assert bool([link for link in page.addresses if "/posts/" in link or "assumptions/calls" in link]) == (
            who == cast.jo and address != "forecast/"
        )
    assert browser(cast.sam).go(f"/{language}/staff/staffing/{address}").response.status_code == 403


@pytest.mark.parametrize(("address", "number"), [(MANY, 12), (EMPTY, 14)])
def test_the_pages_ask_as_much_however_many_rows_there_are(cast, browser, django_assert_num_queries, address, number):
    make.posts(cast.jo, 2)
    make.counted(cast.jo, 9)
    mine = browser(cast.jo)
    mine.go(address)  # the session is written once
    with django_assert_num_queries(number):
        mine.go(address)
    make.posts(cast.jo, 12)
    make.counted(cast.jo, 30)
    with django_assert_num_queries(number):
        mine.go(address)


def test_nobody_without_the_verb_changes_anything(cast):
    for act in (
        lambda: actions.assume("calls", Decimal(1), "why", since=TODAY, by=cast.robin, at=AT),
        lambda: make.posts(cast.sam, 1),
        lambda: make.counted(cast.robin, 1),
    ):
        with pytest.raises(NotAllowed):
            act()
