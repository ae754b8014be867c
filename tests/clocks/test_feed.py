"""The calendar a handler subscribes to: read back by a reader of our own that knows only the standard."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from gateways import clock as time
from putright.cases.actions import take, wall_off
from putright.cases.models import Access
from putright.clocks.feed import actions, ics
from putright.clocks.models import Feed
from putright.clocks.queries import for_case
from putright.people.gates import NotAllowed
from putright.people.models import Handler
from tests.make import cases

LONDON = ZoneInfo("Europe/London")
AT = datetime(2026, 3, 27, 12, tzinfo=LONDON)


def read(text):
    """The events of a calendar: lines unfolded, values unescaped (RFC 5545, 3.1 and 3.3.11)."""
    assert text.endswith("\r\n") and not re.search(r"(?<!\r)\n|\r(?!\n)", text)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    events, now, depth = [], None, []
    for line in text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n"):
        name, _, value = line.partition(":")
        if name == "BEGIN":
            depth.append(value)
            now = {} if value == "VEVENT" else now
        elif name == "END":
            assert depth.pop() == value
            if value == "VEVENT":
                events.append(now)
        elif depth[-1] == "VEVENT":
            now[name] = re.sub(r"\\([\\;,nN])", lambda m: "\n" if m[1] in "nN" else m[1], value)
    assert depth == []
    return events


def due_of(event):
    return datetime.strptime(event["DTSTART;TZID=Europe/London"], "%Y%m%dT%H%M%S").replace(tzinfo=LONDON)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\\;,ŵŷ😀"), max_size=300))
def test_any_words_are_read_back_as_they_were(words):
    [event] = read(ics.calendar("x", [ics.Entry("k", words, AT)], AT))
    assert event["SUMMARY"] == words and due_of(event) == AT


@given(st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(ZoneInfo("UTC"))))  # noqa: DTZ001
def test_the_moment_is_london_s_also_on_the_nights_the_clocks_change(moment):
    moment = moment.replace(microsecond=0)
    [event] = read(ics.calendar("x", [ics.Entry("k", "x", moment)], AT))
    assert due_of(event) == moment.astimezone(LONDON).replace(fold=0)


def test_the_zone_changes_when_london_does():
    text = ics.calendar("x", [], AT)
    assert "TZID:Europe/London" in text and "BYMONTH=3;BYDAY=-1SU" in text and "BYMONTH=10;BYDAY=-1SU" in text


@pytest.fixture
def subscribe(db, cast):
    def ask(secret, language="en"):
        with time.fixed(cast.at):
            return Client().get(reverse("clocks:calendar", args=[secret]).replace("/en/", f"/{language}/"))

    return ask


def test_it_holds_a_reference_and_a_promise_and_no_more(cast, subscribe):
    case = cases.case(cast.ffion)
    take(case, by=cast.sam, at=cast.at)
    cases.case(cast.amir)  # nobody's yet
    answer = subscribe(actions.give_feed(by=cast.sam, at=cast.at))
    events = read(answer.content.decode())
    assert answer["Content-Type"].startswith("text/calendar")
    running = sorted((one for one in for_case(case, cast.at) if one.is_open), key=lambda one: one.due_at)
    assert [event["SUMMARY"] for event in events] == [f"{case.reference}: {one.name('en')}" for one in running]
    assert [due_of(event) for event in events] == [one.due_at.replace(microsecond=0) for one in running]
    assert "Ffion" not in answer.content.decode() and case.summary not in events[0].values()
    assert len({event["UID"] for event in events}) == len(events)


def test_it_speaks_welsh(cast, subscribe):
    case = cases.case(cast.ffion)
    take(case, by=cast.sam, at=cast.at)
    [first, *_] = read(subscribe(actions.give_feed(by=cast.sam, at=cast.at), "cy").content.decode())
    assert first["SUMMARY"] == f"{case.reference}: Cysylltiad cyntaf"


def test_only_a_digest_is_kept_a_new_address_ends_the_old_and_an_ended_one_opens_nothing(cast, subscribe):
    first = actions.give_feed(by=cast.sam, at=cast.at)
    second = actions.give_feed(by=cast.sam, at=cast.at)
    assert first not in str(Feed.objects.values()) and second not in str(Feed.objects.values())
    assert [subscribe(secret).status_code for secret in (first, second, "made-up")] == [404, 200, 404]
    actions.end_feed(by=cast.sam, at=cast.at + timedelta(days=1))
    assert subscribe(second).status_code == 404


def test_who_has_left_has_no_calendar_and_a_wall_holds_in_it(cast, subscribe):
    case = cases.case(cast.ffion)
    take(case, by=cast.sam, at=cast.at)
    secret = actions.give_feed(by=cast.sam, at=cast.at)
    wall_off(case, cast.sam, "knows the officer", by=cast.jo, at=cast.at)
    assert read(subscribe(secret).content.decode()) == []
    Handler.objects.filter(pk=cast.sam.pk).update(left_on=cast.at.date())
    assert subscribe(secret).status_code == 404


def test_reading_it_leaves_the_same_trace_as_a_list(cast, subscribe):
    case = cases.case(cast.ffion)
    take(case, by=cast.sam, at=cast.at)
    subscribe(actions.give_feed(by=cast.sam, at=cast.at))
    assert Access.objects.filter(handler=cast.sam, page="clocks:calendar").count() == 1


def test_its_questions_are_as_many_for_thirty_cases_as_for_one(cast, subscribe, django_assert_max_num_queries):
    secret, counts = actions.give_feed(by=cast.sam, at=cast.at), []
    for number in (1, 29):
        for _ in range(number):
            take(cases.case(cast.ffion), by=cast.sam, at=cast.at)
        with django_assert_max_num_queries(15) as seen:
            subscribe(secret)
        counts.append(len(seen))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("who", ["robin", "toni", "pat"])
def test_others_have_no_calendar(cast, who):
    with pytest.raises(NotAllowed):
        actions.give_feed(by=getattr(cast, who), at=cast.at)


def test_the_address_is_shown_once(client, cast):
    with time.fixed(cast.at):
        client.force_login(cast.sam.user)
        shown = client.post(reverse("clocks:feed"), {}).content.decode()
        [address] = re.findall(r"http://testserver(/en/calendar/[\w-]+/)", shown)
        assert Client().get(address).status_code == 200
        assert address not in client.get(reverse("clocks:feed")).content.decode()
        client.post(reverse("clocks:feed"), {"end": "yes"})
        assert Client().get(address).status_code == 404
