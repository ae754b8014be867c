"""The publication diary: its clocks, the statement two people stand by, and the pages anybody may read."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from gateways import clock
from putright.cases.actions import allege
from putright.diary import actions, made, owed, queries, refusals, rules
from putright.diary.duties import duties, held
from putright.diary.models import InTheOrder, Occasion, Published, Signed
from putright.national import actions as national
from putright.national.rules import Quarter
from putright.people.gates import NotAllowed
from putright.publication import actions as publication
from tests.make import contacts as make
from tests.make import people as make_people

pytestmark = pytest.mark.django_db
AT = datetime(2026, 5, 20, 9, tzinfo=UTC)
TEXTS = {
    "en": {"held": "Every quarter, in public.", "reviews": "Three in four within our promise."},
    "cy": {"held": "Bob chwarter, yn gyhoeddus.", "reviews": "Tri o bob pedwar o fewn ein haddewid."},
}
WHY = {"en": "A colleague was ill.", "cy": "Roedd cydweithiwr yn sâl."}


@pytest.fixture
def other(cast):
    return make_people.handler("Ana Other", "supervisor", cast.jo.team)


@pytest.fixture
def returned(cast, other):
    """A signed and published quarter of one complaint with six allegations, and what the IOPC published of it."""
    case = make.contact(cast.ffion, at=cast.at, kind="complaint").case
    for _number in range(6):
        allege(case, "It was wrong.", "H1", on=cast.at.date(), by=cast.sam, at=cast.at)
    of = national.prepare(Quarter(2025, 4), by=cast.jo, at=AT)
    national.sign(of, "Asked.", by=other, at=AT)
    of.refresh_from_db()
    publication.publish(of, by=cast.jo, at=AT)
    national.publish_back(of, "Bulletin Q4", ({"K1": "312", "K5": "4"}, []), by=cast.jo, at=AT)
    return of


TODAY = AT.date()


def started(duty, cast, began=TODAY, period="2025"):
    return actions.start(duty, period, began, by=cast.jo, at=AT)


@pytest.mark.parametrize(("began", "due"), [
    ("2026-01-31", "2026-02-28"), ("2024-01-31", "2024-02-29"), ("2026-03-31", "2026-04-30"), ("2026-05-20", "2026-06-20"),
])  # fmt: skip
def test_a_month_ends_on_the_same_day_or_on_the_last_of_a_shorter_month(began, due):
    for duty in duties().values():
        assert duty.due(date.fromisoformat(began)) == date.fromisoformat(due)


def test_every_duty_names_its_provision_in_both_languages():
    for duty in duties().values():
        assert "para" in duty.cite and duty.en and duty.cy and duty.begins_en and duty.begins_cy and duty.months >= 1
        assert duty.starts in (rules.QUARTER, rules.YEAR, rules.TOLD)
        assert duty.page in (rules.IOPC, rules.STATEMENT, rules.ADDRESS)


@pytest.mark.parametrize(("published", "today", "state"), [
    (None, "2026-06-20", rules.DUE), (None, "2026-06-21", rules.LATE), ("2026-06-20", "2026-07-01", rules.DONE),
    ("2026-06-21", "2026-07-01", rules.DONE_LATE),
])  # fmt: skip
def test_the_last_day_is_in_time_and_the_next_is_late(published, today, state):
    day = date.fromisoformat(published) if published else None
    assert rules.state(date(2026, 6, 20), day, date.fromisoformat(today)) == state


@pytest.mark.parametrize(("today", "quarter", "year"), [
    ("2026-03-31", "2025/3", "2024"), ("2026-04-01", "2025/4", "2025"), ("2026-07-01", "2026/1", "2025"),
])  # fmt: skip
def test_a_period_is_over_on_the_day_after_its_last(today, quarter, year):
    on = date.fromisoformat(today)
    assert rules.ended(rules.QUARTER, on)[0] == quarter and rules.ended(rules.YEAR, on)[0] == year


def test_the_clocks_of_periods_that_ended_start_by_themselves_once():
    keys = [key for key, _since in owed.owed(AT, limit=9)]
    assert set(keys) == {"diary:panel:2025", "diary:priorities:2025/4"}
    for key in [*keys, *keys]:
        owed.fulfil(key, at=AT)
    assert {(one.began_on, one.due_on) for one in Occasion.objects.all()} == {(date(2026, 3, 31), date(2026, 4, 30))}
    assert list(owed.owed(AT, limit=9)) == []
    assert queries.how_late(AT.date()) == 2
    assert [key for key, _since in owed.owed(AT + timedelta(days=60), limit=9)] == ["diary:priorities:2026/1"]


def test_what_does_not_start_a_clock(cast):
    with pytest.raises(refusals.InTheFuture):
        started("policies", cast, AT.date() + timedelta(days=1))
    with pytest.raises(refusals.NoSuchQuarter):
        started("iopc-quarter", cast, period="the fourth")
    with pytest.raises(NotAllowed):
        actions.start("policies", "2026", AT.date(), by=cast.sam, at=AT)
    started("policies", cast)
    with pytest.raises(refusals.StartedAlready):
        started("policies", cast)


def test_what_is_published_late_says_why_in_both_languages_and_is_never_changed(cast):
    of = started("policies", cast, date(2026, 4, 1))
    there = "https://example.org/policy"
    for where, refusal in [
        (actions.Where(date(2026, 5, 21), there, WHY), refusals.InTheFuture),
        (actions.Where(date(2026, 3, 31), there, WHY), refusals.BeforeItBegan),
        (actions.Where(date(2026, 5, 2), there, {"en": "Ill.", "cy": " "}), refusals.SayWhyLate),
        (actions.Where(date(2026, 5, 2), "javascript:alert(1)", WHY), refusals.NoAddress),
    ]:
        with pytest.raises(refusal):
            actions.publish(of, where, by=cast.jo, at=AT)
    actions.publish(of, actions.Where(date(2026, 5, 1), there), by=cast.jo, at=AT)
    assert Published.objects.get().late_why == {}
    with pytest.raises(refusals.PublishedAlready):
        actions.publish(of, actions.Where(date(2026, 5, 1), there), by=cast.jo, at=AT)
    for change in (lambda: Published.objects.update(on=AT.date()), lambda: Occasion.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_statement_needs_both_languages_and_a_second_person_who_read_the_newest(cast, other):
    of = started("statement", cast)
    for texts in ({**TEXTS, "cy": {"held": "x"}}, {**TEXTS, "en": TEXTS["en"] | {"functions": "Well."}}):
        with pytest.raises(refusals.NotWhole):
            actions.write(of, texts, by=cast.jo, at=AT)
    first = actions.write(of, TEXTS, by=cast.jo, at=AT)
    with pytest.raises(refusals.NotSigned):
        actions.publish(of, actions.Where(AT.date()), by=cast.jo, at=AT)
    with pytest.raises(refusals.AnotherPerson):
        actions.sign(first, by=cast.jo, at=AT)
    actions.sign(first, by=other, at=AT)
    newer = actions.write(of, TEXTS, by=cast.jo, at=AT)
    for who in (first, None):
        with pytest.raises(refusals.NotTheNewest):
            actions.sign(who, by=other, at=AT)
    with pytest.raises(refusals.NotSigned):
        actions.publish(of, actions.Where(AT.date()), by=cast.jo, at=AT)
    actions.sign(newer, by=other, at=AT)
    with pytest.raises(refusals.SignedAlready):
        actions.sign(newer, by=other, at=AT)
    actions.publish(of, actions.Where(AT.date()), by=cast.jo, at=AT)
    with pytest.raises(refusals.PublishedAlready):
        actions.write(of, TEXTS, by=cast.jo, at=AT)
    assert Signed.objects.count() == 2


def test_no_average_of_fewer_than_five_and_no_number_the_public_table_hides(cast, returned):
    assert rules.mean([1, 2, 3, 4]) is None and rules.mean([1, 2, 3, 4, 5]) == 3
    (row,) = made.year("2025")
    assert row["quarter"] == 4 and row["allegations"][2] == 6 and set(row["days"].values()) == {None}


def test_the_iopcs_figures_are_published_as_they_were_and_only_where_there_are_any(cast, returned):
    with pytest.raises(refusals.NothingToPublish):
        actions.publish(started("iopc-quarter", cast, period="2025/3"), actions.Where(AT.date()), by=cast.jo, at=AT)
    of = started("iopc-quarter", cast, period="2025/4")
    one = actions.publish(of, actions.Where(AT.date()), by=cast.jo, at=AT)
    national.publish_back(returned, "Later", ({"K1": "999"}, []), by=cast.jo, at=AT)
    one.refresh_from_db()
    assert one.page == {"source": "Bulletin Q4", "figures": [["K1", "312"], ["K5", "4"]]}


SAID = {"en": "Every quarter, in public.", "cy": "Bob chwarter, yn gyhoeddus."}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_from_the_iopcs_report_to_a_statement_written_by_one_and_signed_by_another(client, cast, other, returned, language):
    start = f"/{language}/staff/diary/"
    client.force_login(cast.jo.user)
    with clock.fixed(AT):
        sent = {"period": "2025", "began-day": "1", "began-month": "4", "began-year": "2026"}
        assert client.post(f"{start}start/statement/", {}).status_code == 422
        assert client.post(f"{start}start/statement/", sent).status_code == 302
        of = Occasion.objects.get(duty="statement")
        words = {f"{part}_{one}": TEXTS[one].get(part, "") for one in rules.LANGUAGES for part in rules.PARTS}
        assert client.post(f"{start}{of.pk}/statement/", words | {"held_cy": ""}).status_code == 422
        assert client.post(f"{start}{of.pk}/statement/", words).status_code == 302
        assert SAID[language] in client.get(f"{start}{of.pk}/").text
        number = queries.statement(of).pk
        assert client.post(f"{start}{of.pk}/sign/", {"read": number}).status_code == 422
        client.force_login(other.user)
        assert client.post(f"{start}{of.pk}/sign/", {"read": "x"}).status_code == 422
        assert client.post(f"{start}{of.pk}/sign/", {"read": number}).status_code == 302
        assert client.post(f"{start}{of.pk}/publish/", {}).status_code == 422, "it is late and does not say why"
        assert client.post(f"{start}{of.pk}/publish/", {"why_en": WHY["en"], "why_cy": WHY["cy"]}).status_code == 302
    assert Published.objects.get().late_why == WHY


@pytest.fixture
def published(cast, other, returned):
    """A statement that went out late."""
    of = started("statement", cast, date(2026, 4, 1))
    actions.sign(actions.write(of, TEXTS, by=cast.jo, at=AT), by=other, at=AT)
    return actions.publish(of, actions.Where(AT.date(), late_why=WHY), by=cast.jo, at=AT)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_anybody_reads_what_is_owed_what_was_late_and_the_statement(client, published, language, django_assert_max_num_queries):
    owed.fulfil("diary:panel:2025", at=AT)
    page = f"/{language}/figures/published/{published.pk}/"
    with clock.fixed(AT):
        assert "/figures/duties/" in client.get(f"/{language}/figures/").text
        with django_assert_max_num_queries(8):
            listed = client.get(f"/{language}/figures/duties/").text
        assert page in listed and WHY[language] in listed
        with django_assert_max_num_queries(8):
            html = client.get(page).text
        assert SAID[language] in html and WHY[language] in html
        rows = list(csv.DictReader(io.StringIO(client.get(f"{page[:-1]}.csv").text)))
        assert [(row["quarter"], row["all"], row["K5"]) for row in rows] == [("4", "6", "")]
        diary = list(csv.DictReader(io.StringIO(client.get(f"/{language}/figures/duties.csv").text)))
        assert {(row["duty"][:3], row["published"]) for row in diary} == {("Com", ""), ("Our", "2026-05-20")}


@pytest.mark.parametrize("late", [("en", "Late"), ("cy", "Yn hwyr")])
def test_the_diary_asks_no_more_however_long_it_is(client, cast, published, late, django_assert_max_num_queries):
    for key in ("diary:panel:2025", "diary:priorities:2025/4"):
        owed.fulfil(key, at=AT)
    for number in range(30):
        started("policies", cast, period=f"Policy {number}")
    client.force_login(cast.jo.user)
    with clock.fixed(AT), django_assert_max_num_queries(12):
        assert late[1] in client.get(f"/{late[0]}/staff/diary/").text


def test_what_is_published_elsewhere_has_no_page_here(client, cast):
    of = started("policies", cast)
    one = actions.publish(of, actions.Where(AT.date(), "https://example.org/policy"), by=cast.jo, at=AT)
    with clock.fixed(AT):
        assert client.get(f"/en/figures/published/{one.pk}/").status_code == 404
        assert "https://example.org/policy" in client.get("/en/figures/duties/").text


@pytest.mark.parametrize(("language", "words"), [
    ("en", "Late in the publication diary: 2"), ("cy", "Yn hwyr yn y dyddiadur cyhoeddi: 2"),
])  # fmt: skip
def test_what_is_late_stands_on_the_work_page_of_whoever_keeps_the_diary(client, cast, language, words):
    for key in ("diary:panel:2025", "diary:priorities:2025/4"):
        owed.fulfil(key, at=AT)
    with clock.fixed(AT):
        for who, sees in ((cast.jo, True), (cast.sam, False)):
            client.force_login(who.user)
            assert (words in client.get(f"/{language}/staff/my-work/").text) is sees


def test_who_only_reads_is_shown_nothing_to_press(client, cast):
    of = started("policies", cast)
    client.force_login(cast.sam.user)
    with clock.fixed(AT):
        assert "Start this clock" not in client.get("/en/staff/diary/").text
        assert "/publish/" not in client.get(f"/en/staff/diary/{of.pk}/").text
        for page in (f"{of.pk}/publish/", "start/policies/", f"{of.pk}/statement/"):
            assert client.post(f"/en/staff/diary/{page}", {}).status_code in (403, 404)


def test_what_somebody_read_in_the_order_is_recalled_no_more_and_moves_no_clock_that_runs(cast):
    assert held(TODAY)["policies"].mark == "recalled"
    before = started("policies", cast, date(2026, 4, 30), "The one before")
    given = actions.Read("policies", 2, "SI 2011/3050, Schedule, para 6", "The Order, read on 20 May 2026", date(2026, 5, 1))
    actions.read(given, by=cast.jo, at=AT)
    after = started("policies", cast, date(2026, 5, 1), "The one after")
    before.refresh_from_db()
    assert (before.due_on, after.due_on) == (date(2026, 5, 30), date(2026, 7, 1))
    assert not held(TODAY)["policies"].mark and held(date(2026, 4, 30))["policies"].mark == "recalled"
    actions.read(actions.Read("priorities", 3, "para 7A", "The Order", date(2026, 1, 1)), by=cast.jo, at=AT)
    owed.fulfil("diary:priorities:2025/4", at=AT)
    assert Occasion.objects.get(duty="priorities").due_on == date(2026, 6, 30)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        InTheOrder.objects.update(months=9)


@pytest.mark.parametrize("wrong", [{"months": 0}, {"months": 25}, {"cite": " "}, {"source": ""}, {"duty": "nothing"}])
def test_what_is_not_whole_is_not_kept_as_read(cast, wrong):
    with pytest.raises(refusals.NotRead):
        actions.read(replace(actions.Read("policies", 2, "para 6", "The Order", TODAY), **wrong), by=cast.jo, at=AT)


@pytest.mark.parametrize(("language", "months"), [("en", "Months to publish it: 3."), ("cy", "Misoedd i’w gyhoeddi: 3.")])
def test_the_mark_goes_on_the_screen_and_on_the_page_anybody_reads(client, cast, language, months):
    client.force_login(cast.jo.user)
    since = {"since-day": "1", "since-month": "5", "since-year": "2026"}
    given = {"months": "3", "cite": "para 6", "source": "The Order, read today", **since}
    with clock.fixed(AT):
        address = f"/{language}/staff/diary/order/policies/"
        assert address in client.get(f"/{language}/staff/diary/").text
        assert client.post(address, {**given, "months": "1.5"}).status_code == 422
        assert client.post(address, given).status_code == 302
        assert given["source"] in client.get(f"/{language}/staff/diary/").text
        public = client.get(f"/{language}/figures/duties/").text
        assert months in public and given["source"] not in public
        client.force_login(cast.sam.user)
        assert client.get(address).status_code == 403
