"""How long people waited: by half-hour, by day and by menu option, on the nights the clocks change too."""

import csv
import io
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from gateways import clock
from putright.contacts.channels.telephone import actions, figures
from putright.contacts.channels.telephone.models import Call, Yardstick
from tests.journeys.browsing import Browser
from tests.make import people
from tests.make import telephone as make
from tests.make.people import AT

pytestmark = pytest.mark.django_db
FIGURES = "/en/staff/calls/figures"
TODAY = AT.date()


def rang(exchange, key, at, *, wait=20, gave_up=False, **more):
    talk, option = more.get("talk", 300), more.get("option", "3")
    queue = [make.event("offered", 0, call=key, at=at), make.event("queued", 0, call=key, at=at, option=option)]
    after = [make.event("abandoned", wait, call=key, at=at)] if gave_up else [
        make.event("answered", wait, call=key, at=at), make.event("ended", wait + talk, call=key, at=at)]  # fmt: skip
    return make.call(exchange, queue + after, at=max(AT, at + timedelta(hours=1)))


def boxes(first, last=None):
    days = {"first": first, "last": last or first}
    parts = ("day", "month", "year")
    return "?" + urlencode({f"{name}-{part}": getattr(day, part) for name, day in days.items() for part in parts})


def test_the_figures_of_some_calls_worked_out_by_hand(exchange):
    start = AT.replace(hour=10, minute=5)
    rang(exchange, "1", start, wait=10, talk=100)
    rang(exchange, "2", start, wait=30, talk=200)
    rang(exchange, "3", start, wait=31, talk=300, option="1")
    rang(exchange, "4", start, wait=90, gave_up=True)
    rang(exchange, "5", start, wait=4, gave_up=True)  # at once: not counted as given up
    rang(exchange, "6", start + timedelta(minutes=30), wait=8)
    found = figures.cells(TODAY, TODAY, figures.marks())
    tally = figures.gathered(found, lambda cell: cell.start)[AT.replace(hour=10, minute=0)]
    assert (tally.offered, tally.answered, tally.in_time, tally.abandoned, tally.short) == (5, 3, 2, 1, 1)
    assert (tally.level, tally.gave_up) == (40.0, 20.0)
    assert (round(tally.wait, 2), tally.longest, tally.talk, tally.wrap_up) == (23.67, 90, 200.0, None)
    assert figures.total(found).offered == 6
    assert {key: one.offered for key, one in figures.gathered(found, lambda cell: cell.option).items()} == {"1": 1, "3": 5}


def test_calls_that_ended_in_the_menu_or_were_never_offered_are_not_counted(exchange):
    make.call(exchange, [make.event("offered"), make.event("menu", 4, option="1"), make.event("ended", 9)])
    make.call(exchange, [make.event("ended", call="B")])
    assert figures.cells(TODAY, TODAY, figures.marks()) == []


def test_the_night_the_clocks_go_back_has_fifty_half_hours_and_the_hour_twice(exchange, signed_in, cast):
    day, start = date(2026, 10, 25), datetime(2026, 10, 24, 23, 0, tzinfo=UTC)
    for place in range(50):
        rang(exchange, f"O{place}", start + timedelta(minutes=30 * place, seconds=5))
    rang(exchange, "before", start - timedelta(seconds=1))
    rang(exchange, "after", start + timedelta(hours=25))
    found = figures.cells(day, day, figures.marks())
    assert len(found) == 50 and all(cell.tally.offered == 1 for cell in found)
    with clock.fixed(start + timedelta(days=2)):
        words = Browser(signed_in(cast.jo)).go(FIGURES + boxes(day)).words
    for told in ("01:00–01:30 BST", "01:30–02:00 BST", "01:00–01:30 GMT", "01:30–02:00 GMT"):
        assert told in words, told


def test_the_day_the_clocks_go_forward_has_forty_six(exchange):
    start = datetime(2026, 3, 29, 0, 0, tzinfo=UTC)
    for place in range(-1, 47):
        rang(exchange, f"M{place}", start + timedelta(minutes=30 * place))
    found = figures.cells(date(2026, 3, 29), date(2026, 3, 29), figures.marks())
    assert len(found) == 46
    assert not [one for one in map(figures.clock, (cell.start for cell in found)) if one.startswith("01:")]


def test_each_call_is_held_to_what_in_time_meant_when_it_came(exchange, cast):
    actions.set_yardstick(Yardstick(since=TODAY, seconds=60, percent=80, short=0), by=cast.jo, at=AT)
    rang(exchange, "old", AT - timedelta(days=1), wait=45)
    rang(exchange, "new", AT - timedelta(hours=1), wait=45)
    by_day = figures.gathered(figures.cells(TODAY - timedelta(days=1), TODAY, figures.marks()), lambda cell: cell.start.date())
    assert [tally.in_time for _day, tally in sorted(by_day.items())] == [0, 1]


def test_until_somebody_says_it_is_marked_as_recalled_and_then_no_more(signed_in, cast, exchange):
    browser = Browser(signed_in(cast.jo))
    assert "90 in a hundred" in browser.go(FIGURES).words and "Recalled" in browser.go(FIGURES).words
    form = browser.go("/en/staff/calls/yardstick")
    wrong = browser.press(form, "seconds", seconds="soon", **{"since-day": 1, "since-month": 3, "since-year": 2026})
    assert "Enter a whole number from 0 to 3600" in wrong.words
    done = browser.press(wrong, "seconds", seconds=60, percent=80, short=0)
    assert "80 in a hundred" in done.words and "Recalled" not in done.words


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_page_has_its_tables_and_its_csv_the_same_figures(signed_in, cast, exchange, language):
    people.office("essex")
    for place in range(3):
        rang(exchange, str(place), AT - timedelta(hours=place), wait=place * 20)
    browser = Browser(signed_in(cast.jo))
    page = browser.go(f"/{language}/staff/calls/figures{boxes(TODAY)}")
    assert ("3: Call 101 and choose option 3" if language == "en" else "3: Ffoniwch 101 a dewis opsiwn 3") in page.words
    assert ("Friday 27 March 2026" if language == "en" else "Dydd Gwener 27 Mawrth 2026") in page.words
    sheet = browser.client.get(f"/{language}/staff/calls/figures.csv{boxes(TODAY)}")
    rows = list(csv.DictReader(io.StringIO(sheet.content.decode("utf-8-sig"))))
    assert [row["half_hour"] for row in rows] == [f"2026-03-27T{hour}:30:00+00:00" for hour in (14, 15, 16)]
    assert sum(int(row["offered"]) for row in rows) == 3 and sum(int(row["in_time"]) for row in rows) == 2


def test_the_csv_holds_no_formula(signed_in, cast, exchange):
    rang(exchange, "1", AT - timedelta(hours=1), option="=1+1")
    assert "'=1+1" in signed_in(cast.jo).get(f"{FIGURES}.csv").content.decode()


def test_calls_out_of_hours_are_counted_by_themselves(signed_in, cast, exchange):
    rang(exchange, "1", AT - timedelta(hours=1))
    rang(exchange, "2", AT - timedelta(hours=15), wait=50)
    words = Browser(signed_in(cast.jo)).go(FIGURES + boxes(TODAY)).words
    assert "while the team was closed 1" in words and "Out of hours" in words
    assert "Answered in time 50.0%" in words and "Answered in time, while the team was open 100.0%" in words


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (boxes(date(2026, 3, 27), date(2026, 3, 1)), "must not be before the first"),
        (boxes(date(2025, 3, 27), date(2026, 3, 1)), "92 days or fewer"),
        ("?first-day=31&first-month=2&first-year=2026", "is not a real date"),
        ("?first-day=%00&last-year=99999999", "Enter"),
    ],
)
def test_days_that_cannot_be_are_answered_in_a_sentence(signed_in, cast, exchange, asked, told):
    answer = signed_in(cast.jo).get(FIGURES + asked)
    assert answer.status_code == 422 and told in answer.content.decode()
    assert signed_in(cast.jo).get(f"{FIGURES}.csv{asked}").status_code == 200


def test_the_page_asks_the_same_number_of_questions_for_any_number_of_calls(signed_in, cast, exchange, django_assert_num_queries):
    browser = signed_in(cast.jo)
    browser.get(FIGURES)
    for place in range(30):
        rang(exchange, str(place), AT - timedelta(hours=place), option=str(place % 4))
    with django_assert_num_queries(5):
        browser.get(FIGURES)


def test_who_may_see_the_figures(signed_in, cast, exchange):
    allowed = {person.name for person in (cast.sam, cast.jo, cast.pat, cast.dana, cast.robin, cast.toni)
               if signed_in(person).get(FIGURES).status_code == 200}  # fmt: skip
    assert allowed == {"Jo Marsh", "Robin Lee"}
    assert "yardstick" not in signed_in(cast.robin).get(FIGURES).content.decode()


CALLS = some.lists(
    some.tuples(some.integers(0, 3 * 86_400), some.integers(0, 120), some.sampled_from(["1", "3"]), some.booleans()), max_size=12
)


@settings(max_examples=12, deadline=None)
@given(CALLS)
def test_the_database_counts_as_one_would_by_hand(calls):
    """Over the October night, against a count made in plain Python."""
    first = datetime(2026, 10, 23, 23, tzinfo=UTC)
    from django.db import transaction

    with transaction.atomic():
        exchange, _secret = make.exchange("by-hand")
        for place, (second, wait, option, gave_up) in enumerate(calls):
            rang(exchange, str(place), first + timedelta(seconds=second), wait=wait, option=option, gave_up=gave_up)
        found = figures.cells(date(2026, 10, 24), date(2026, 10, 25), figures.marks())
        transaction.set_rollback(True)
    ends = datetime(2026, 10, 26, tzinfo=UTC)
    mine = [one for one in calls if first + timedelta(seconds=one[0]) < ends]
    tally = figures.total(found)
    assert tally.offered == len(mine)
    assert tally.in_time == sum(not gave_up and wait <= 30 for _s, wait, _o, gave_up in mine)
    assert tally.abandoned == sum(gave_up and wait >= 5 for _s, wait, _o, gave_up in mine)
    assert tally.longest == max((wait for _s, wait, _o, _g in mine), default=0)
    assert not Call.objects.exists()
