"""A week written down, from the first press to the share on the page of cost and worth."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from design.testing import MannerlyClient
from gateways import clock
from putright.cases.models import Event, Press
from putright.days import actions, owed, queries
from putright.days.models import Day, Week
from putright.days.refusals import NoHeadings, NotAsked, NotOpen, NotThatWeek, OpenAlready, TooFew, TooLong
from putright.people.gates import NotAllowed
from putright.people.models import Handler
from putright.people.queries import office
from putright.rounds import house
from putright.value import actions as value
from putright.value import queries as costs
from putright.value.models import Rate
from putright.value.refusals import CannotBe
from putright.value.years import Year
from tests.make import contacts, people

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 3, 30)
WEDNESDAY = datetime(2026, 4, 1, 17, 30, tzinfo=UTC)
AFTER = datetime(2026, 4, 6, 6, tzinfo=UTC)
HOME = "/en/staff/days/"
NAMES = ("Ali Khan", "Bea Lowe", "Cai Morgan", "Del Frost", "Eve Hart")
DAY = {"answering": 240, "casework": 120, "meetings": 60, "rest": 30}  # 80 per cent on contacts


@pytest.fixture
def team(cast):
    """Six handlers; Jo supervises and is not in it."""
    return [cast.sam, *people.handlers(*((name, "handler", cast.sam.team) for name in NAMES))]


@pytest.fixture
def week(cast, team):
    return actions.begin(MONDAY, by=cast.jo, at=cast.at)


def browse(who, language="en"):
    client = MannerlyClient()
    client.force_login(who.user)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    return client


def written(week, team, minutes=DAY):
    for who in team:
        actions.write(week, MONDAY, minutes, by=who, at=WEDNESDAY)


def over(week):
    for key, _since in list(owed.owed(AFTER, limit=9)):
        owed.fulfil(key, at=AFTER)
    week.refresh_from_db()
    return week


def test_a_week_from_the_first_press_to_the_share_on_the_page_of_costs(cast, team):
    boss = browse(cast.jo)
    with clock.fixed(cast.at):
        assert "Begin a week" in boss.get(HOME).text
        assert boss.post(HOME + "begin/", {"first_day": "2026-03-30"}).status_code == 302
    with clock.fixed(WEDNESDAY):
        for who in team:
            theirs = browse(who)
            assert "write down today" in theirs.get("/en/staff/my-work/").text
            sent = {"answering": "4:00", "casework": "2", "meetings": "1", "rest": "0.5"}
            assert theirs.post(HOME + "mine/3/", sent).status_code == 302
            assert "7:30" in theirs.get(HOME).text
            assert "write down today" not in theirs.get("/en/staff/my-work/").text
        assert "7:30" not in boss.get(HOME).text
    found = over(Week.objects.get())
    for language, words in (("en", "80% of the time went to contacts"), ("cy", "Aeth 80% o’r amser ar gysylltiadau")):
        for who in (cast.sam, cast.jo, cast.robin):
            assert words in browse(who).get(f"/{language}/staff/days/{found.pk}/").text
    with clock.fixed(AFTER):
        boss = browse(cast.jo)
        page = boss.get("/en/staff/value/2025/").text
        assert "80% went to contacts, as 6 of 6 handlers wrote it down" in page and "that is an assumption" in page
        assert boss.post(f"/en/staff/value/measured/{found.pk}/").status_code == 302
        page = boss.get("/en/staff/value/2025/").text
    assert "Counted for contacts: 80%" in page and "Measured in the week of 30 March 2026: 6 of 6 handlers" in page
    assert "Supervisors and managers." in page and "Count 80% from" not in page
    assert Rate.objects.get().amount == 80


def test_nobody_sees_that_a_colleague_wrote_and_no_moment_of_it_is_kept(cast, week, team):
    with clock.fixed(WEDNESDAY):
        pages = [browse(who).get(HOME).content for who in (cast.jo, cast.robin)]
        written(week, team[1:])
        browse(team[0]).post(HOME + "mine/3/", {"answering": "8"})
        now = [browse(who).get(HOME).content for who in (cast.jo, cast.robin)]
        assert browse(cast.jo).get(f"{HOME}{week.pk}/").status_code == 404
        assert browse(cast.jo).get(HOME + "mine/1/").status_code == 403
        assert "8:00" not in browse(team[1]).get(HOME).text
    assert [len(one) for one in pages] == [len(one) for one in now]
    assert not Event.objects.exists() and not Press.objects.exists()


def test_ones_own_day_is_mended_until_the_week_ends_and_then_every_day_is_forgotten(cast, week, team):
    written(week, team)
    actions.write(week, MONDAY, {"answering": 480}, by=cast.sam, at=WEDNESDAY)
    assert queries.mine(week, cast.sam) == {MONDAY: {"answering": 480}}
    actions.write(week, MONDAY, {}, by=team[1], at=WEDNESDAY)
    assert queries.mine(week, team[1]) == {}
    sunday = AFTER - timedelta(hours=8)
    actions.end(week, at=sunday)
    week.refresh_from_db()
    assert week.open and not list(owed.owed(sunday, limit=9))
    actions.write(week, MONDAY + timedelta(days=6), DAY, by=team[1], at=sunday)
    done = over(week)
    assert not done.open and not Day.objects.exists() and done.told["gave"] == 6
    for late in (AFTER, sunday):
        with pytest.raises(NotOpen):
            actions.write(week, MONDAY, DAY, by=cast.sam, at=late)
    assert over(done).told == done.told and owed in house.ROOMS


def test_days_of_four_are_told_to_nobody_and_their_share_cannot_be_taken(cast, week, team):
    written(week, team[:4])
    done = over(week)
    assert queries.told_of(done).why == "few" and not Day.objects.exists()
    for language, words in (("en", "Fewer than five handlers"), ("cy", "Nododd llai na phum triniwr")):
        assert words in browse(cast.jo).get(f"/{language}/staff/days/{done.pk}/").text
    with pytest.raises(CannotBe):
        value.take_measured(done, by=cast.jo, at=AFTER)
    with clock.fixed(AFTER):
        assert browse(cast.jo).post(f"/en/staff/value/measured/{done.pk}/").status_code == 404
    assert not Rate.objects.exists()


def test_a_team_under_five_is_not_asked_and_is_told_why(cast, team):
    Handler.objects.filter(pk__in=[one.pk for one in team[:2]]).update(left_on=cast.at.date())
    with pytest.raises(TooFew):
        actions.begin(MONDAY, by=cast.jo, at=cast.at)
    with clock.fixed(cast.at):
        assert "fewer than five handlers" in browse(cast.jo).get(HOME).text
        assert "Mae llai na phum triniwr." in browse(cast.jo).get("/cy/staff/days/").text


def test_a_week_begins_on_a_monday_to_come_by_a_supervisor_and_one_at_a_time(cast, team):
    with pytest.raises(NotAllowed):
        actions.begin(MONDAY, by=cast.sam, at=cast.at)
    for wrong in (date(2026, 3, 23), date(2026, 3, 31), date(2027, 3, 29)):
        with pytest.raises(NotThatWeek):
            actions.begin(wrong, by=cast.jo, at=cast.at)
    week = actions.begin(MONDAY, by=cast.jo, at=cast.at)
    with pytest.raises(OpenAlready):
        actions.begin(MONDAY + timedelta(days=7), by=cast.jo, at=cast.at)
    with pytest.raises(IntegrityError), transaction.atomic():
        Week.objects.create(first_day=date(2030, 1, 7), headings=[], at=cast.at, by=cast.jo)
    over(week)
    with pytest.raises(NotThatWeek):
        actions.begin(MONDAY, by=cast.jo, at=cast.at)


def test_a_list_without_a_heading_on_one_of_the_sides_begins_no_week(cast, team, monkeypatch):
    monkeypatch.setattr(queries, "headings", lambda on: [])
    with pytest.raises(NoHeadings):
        actions.begin(MONDAY, by=cast.jo, at=cast.at)


def test_only_handlers_of_the_front_write_and_only_days_of_the_week_that_have_come(cast, week, team):
    with pytest.raises(NotAllowed):
        actions.write(week, MONDAY, DAY, by=cast.jo, at=WEDNESDAY)
    other = people.handler("Wyn Ellis", "handler", people.team("elsewhere", "local"))
    with pytest.raises(NotAsked):
        actions.write(week, MONDAY, DAY, by=other, at=WEDNESDAY)
    for on, at in ((date(2026, 4, 2), WEDNESDAY), (date(2026, 3, 29), WEDNESDAY), (date(2026, 4, 6), AFTER), (MONDAY, AFTER)):
        with pytest.raises(NotOpen):
            actions.write(week, on, DAY, by=cast.sam, at=at)
    with pytest.raises(TooLong):
        actions.write(week, MONDAY, {"answering": 965}, by=cast.sam, at=WEDNESDAY)
    actions.write(week, MONDAY, {"gossip": 60}, by=cast.sam, at=WEDNESDAY)
    assert not Day.objects.exists()


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Enter hours in quarter hours"), ("cy", "Rhowch oriau mewn chwarteri awr")]
)
def test_a_length_that_is_none_comes_back_as_typed(cast, week, language, words):
    with clock.fixed(WEDNESDAY):
        page = browse(cast.sam).post(f"/{language}/staff/days/mine/1/", {"answering": "4:00", "casework": "an hour"})
        assert page.status_code == 422 and words in page.text and "an hour" in page.text and "4:00" in page.text
        page = browse(cast.sam).post(f"/{language}/staff/days/mine/1/", {"answering": "9", "casework": "9"})
        assert page.status_code == 422 and "16" in page.text
        assert browse(cast.sam).get(HOME + "mine/4/").status_code == 404
        assert browse(cast.sam).get(HOME + "mine/8/").status_code == 404
    assert not Day.objects.exists()


def test_a_contact_bears_the_part_of_the_cost_that_is_counted_for_contacts(cast):
    this = Year(2025)
    for _again in range(5):
        contacts.contact(cast.ffion, at=cast.at - timedelta(hours=1))
    for kind, amount, rank in (("cost", 36_500, ""), ("hour", 30, "constable"), ("minutes", 15, "")):
        value.set_rate(value.Figure(kind, this, Decimal(amount), rank=rank), by=cast.jo, at=cast.at)
    before = costs.money(this, office(), cast.at).worth
    value.set_rate(value.Figure("share", this, Decimal(80), "A week in March"), by=cast.jo, at=cast.at)
    after = costs.money(this, office(), cast.at).worth
    assert after.cost_per_contact == before.cost_per_contact * 4 / 5
    assert after.net == before.net  # what was saved is set against all of the cost
    held = office().costs(cast.at.date())
    assert held.contact_share == 80 and "A week in March" in held.note.en
    with pytest.raises(CannotBe):
        value.set_rate(value.Figure("share", this, Decimal(101)), by=cast.jo, at=cast.at)
    with clock.fixed(cast.at):
        assert "80% goes to contacts" in browse(cast.jo).get("/en/staff/reports/2026/3/").text


def test_the_pages_ask_few_questions_however_many_weeks_there_were(cast, week, team, django_assert_max_num_queries):
    written(week, team)
    told = over(week).told
    for number in range(1, 30):
        Week.objects.create(
            first_day=MONDAY - timedelta(days=7 * number), headings=week.headings, open=False, told=told, ended_at=AFTER,
            at=AFTER, by=cast.jo,
        )  # fmt: skip
    actions.begin(MONDAY + timedelta(days=7), by=cast.jo, at=AFTER)
    client = browse(cast.sam)
    with clock.fixed(AFTER), django_assert_max_num_queries(10):
        client.get(HOME)
    with clock.fixed(AFTER), django_assert_max_num_queries(7):
        client.get(HOME + "mine/1/")
    with django_assert_max_num_queries(6):
        client.get(f"{HOME}{week.pk}/")
