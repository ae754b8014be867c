"""Opening hours: as they are typed, as two people agree them, and what then follows them."""

from datetime import UTC, date, datetime
from datetime import time as hour

import pytest
from django.urls import reverse

from gateways import clock as time
from putright.clocks.queries import for_case
from putright.contacts.channels.telephone.hours import where
from putright.contacts.opening import is_open
from putright.people.queries import office
from putright.promises import actions, opening, refusals
from putright.promises.actions import Wanted
from putright.promises.models import Amendment
from tests.make import cases
from tests.make import people as make_people

from .test_changes import date_boxes

NINE_TO_FIVE = hour(9), hour(17)
WEEK = ("mon", "tue", "wed", "thu", "fri")
LATER = {
    "since": "2026-03-30",
    "week": [{"days": list(WEEK), "opens": "08:00", "closes": "20:00"}, {"days": ["sat"], "opens": "10:00", "closes": "14:00"}],
}  # fmt: skip
LONGER = Wanted("hours", "2026-03-30", LATER, "The trial of longer days")


@pytest.mark.parametrize(
    "typed",
    ["09:00 to 17:00", "9 to 5", "9-5", "9am-5pm", "9 am to 5 pm", "9yb tan 5yp", "0900 1700", "900–1700", "9.00 i 17.00",
     "9 to 5pm"],
)  # fmt: skip
def test_a_day_s_hours_as_people_write_them(typed):
    assert opening.read(typed) == NINE_TO_FIVE


@pytest.mark.parametrize(
    "typed",
    ["9", "nine to five", "17:00 to 09:00", "9 to 9am", "25:00 to 26:00", "13pm to 14pm", "9:75 to 17:00", "9 to 5 to 6",
     "09:00 to 17:00 and 7", "0 to 0", "½ to 5", "٩ to ٥", "12345 to 17"],
)  # fmt: skip
def test_what_is_no_pair_of_times_is_not_guessed_at(typed):
    with pytest.raises(ValueError):
        opening.read(typed)
    assert opening.read("  ") is None


def test_what_is_written_is_read_again_and_days_with_the_same_hours_are_one_row():
    assert opening.read(opening.written((hour(8, 30), hour(12)), "%(opens)s tan %(closes)s")) == (hour(8, 30), hour(12))
    week = dict.fromkeys(WEEK, NINE_TO_FIVE) | {"sat": (hour(10), hour(14)), "wed": (hour(9), hour(19))}
    assert opening.kept(week) == [
        {"days": ["mon", "tue", "thu", "fri"], "opens": "09:00", "closes": "17:00"},
        {"days": ["wed"], "opens": "09:00", "closes": "19:00"}, {"days": ["sat"], "opens": "10:00", "closes": "14:00"},
    ]  # fmt: skip


@pytest.fixture
def second(cast):
    return make_people.handler("Ash Moor", "supervisor", cast.jo.team)


@pytest.mark.django_db
def test_agreed_by_two_they_hold_from_their_day_and_the_telephone_keeps_them(cast, second):
    change = actions.ask(LONGER, by=cast.jo, at=cast.at)
    monday, saturday = datetime(2026, 3, 30, 17, 30, tzinfo=UTC), datetime(2026, 4, 11, 10, 0, tzinfo=UTC)
    assert not is_open(office(), monday)
    with pytest.raises(refusals.NotByYourself):
        actions.agree(change, by=cast.jo, at=cast.at)
    actions.agree(change, by=second, at=cast.at)
    held = office()
    assert is_open(held, monday) and is_open(held, saturday)
    assert not is_open(held, datetime(2026, 3, 27, 18, 30, tzinfo=UTC))  # Friday, still by the hours before
    easter = datetime(2026, 4, 6, 10, 0, tzinfo=UTC)
    assert not is_open(held, easter)
    closed = datetime(2026, 4, 10, 19, 30, tzinfo=UTC)  # Friday, half past eight in the evening
    assert where(held, closed, "en").opens == datetime(2026, 4, 11, 9, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_a_week_ends_the_one_before_and_one_for_an_earlier_day_lets_what_was_to_come_fall_away(cast, second):
    def agreed(since, closes):
        week = [{"days": list(WEEK), "opens": "09:00", "closes": closes}]
        change = actions.ask(Wanted("hours", since, {"since": since, "week": week}, "Try it"), by=cast.jo, at=cast.at)
        actions.agree(change, by=second, at=cast.at)

    def closes(*day):
        [row] = office().hours(date(*day))
        return row.closes

    agreed("2026-05-01", "18:00")
    agreed("2026-06-01", "19:00")
    assert [closes(2026, 4, 30), closes(2026, 5, 31), closes(2026, 6, 1)] == [hour(17), hour(18), hour(19)]
    agreed("2026-05-15", "20:00")
    assert [closes(2026, 5, 14), closes(2026, 6, 1)] == [hour(18), hour(20)]


@pytest.mark.django_db
def test_a_promise_that_began_before_keeps_its_date_and_a_later_one_has_the_new_hours(cast, second):
    made = actions.ask(LONGER, by=cast.jo, at=cast.at)
    before = cases.case(cast.ffion)
    assert actions.agree(made, by=second, at=cast.at) == 0
    evening = datetime(2026, 3, 30, 17, 30, tzinfo=UTC)  # after five, and before eight
    after = cases.case(cast.amir, at=evening)

    def due(case):
        return next(one.due_at for one in for_case(case, evening) if one.promise == "first-contact").date()

    assert (due(before), due(after)) == (date(2026, 3, 30), date(2026, 3, 31))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong", [{"days": ["mon"], "opens": "17:00", "closes": "09:00"}, {"days": ["someday"], "opens": "09:00", "closes": "17:00"}]
)
def test_what_is_no_week_is_refused_before_anybody_is_asked(cast, wrong):
    with pytest.raises(refusals.CannotBe):
        actions.ask(Wanted("hours", "2026-03-30", {**LATER, "week": [wrong]}, "why"), by=cast.jo, at=cast.at)


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "cy"])
def test_changed_on_the_screen_and_read_on_the_public_page(client, cast, second, language):
    to, closed, named = {"en": ("to", "closed", "Monday"), "cy": ("tan", "ar gau", "Dydd Llun")}[language]

    def page(name, *args, by=cast.jo, **data):
        with time.fixed(cast.at):
            client.force_login(by.user)
            address = reverse(f"promises:{name}", args=args).replace("/en/", f"/{language}/")
            return client.post(address, data) if data else client.get(address)

    assert f'value="09:00 {to} 17:00"' in page("change_hours").content.decode()
    week = dict.fromkeys(WEEK, "8 to 8") | {"sat": "", "sun": ""}
    given = {**week, "why": "Longer days", **date_boxes("since", "30", "3", "2026")}
    wrong = page("change_hours", **{**given, "tue": "all day"})
    assert wrong.status_code == 422 and 'value="all day"' in wrong.content.decode()
    assert page("change_hours", **{**given, **dict.fromkeys(WEEK, "")}).status_code == 422
    assert page("change_hours", **given).status_code == 302
    change = Amendment.objects.get()
    shown = page("change", change.pk, by=second).content.decode()
    assert f"{named}: 08:00 {to} 20:00" in shown and closed in shown
    assert page("change", change.pk, by=second, answer="agree").status_code == 302
    listed = page("list").content.decode()
    assert f"{named}: 09:00 {to} 17:00" in listed and f"{named}: 08:00 {to} 20:00" in listed
    start = reverse("portal:start").replace("/en/", f"/{language}/")
    with time.fixed(datetime(2026, 4, 1, 10, 0, tzinfo=UTC)):
        public = client.get(start).content.decode()
    assert {"en": "8:00am to 8:00pm", "cy": "8:00yb tan 8:00yp"}[language] in public
