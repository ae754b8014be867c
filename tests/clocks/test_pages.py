"""The page of one clock and its deeds, by HTTP, in both languages."""

from datetime import timedelta

import pytest
from django.urls import reverse

from gateways import clock as time
from putright.clocks.promises import State, latest
from putright.clocks.queries import for_case
from tests.make import cases
from tests.make.contacts import contact

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client, cast):
    def ask(name, case, promise="refer", *, by=None, language="en", later=timedelta(0), **data):
        address = reverse(f"clocks:{name}", args=[case.reference, promise]).replace("/en/", f"/{language}/")
        with time.fixed(cast.at + later):
            client.logout()  # another moment, another sitting
            client.force_login((by or cast.sam).user)
            return client.post(address, data) if data else client.get(address)

    return ask


def state(case, at, promise="refer"):
    return {one.promise: one.state for one in latest(for_case(case, at))}[promise]


def test_a_date_explains_itself_in_a_sentence_and_on_a_calendar(cast, page):
    html = page("one", cases.case(cast.ffion), "first-contact").content.decode()
    assert "The promise is 1 working day, counted from Friday 27 March 2026" in html
    assert "2 days in between did not count." in html
    assert "March 2026</caption>" in html and "Due: day 1" in html and "It starts. Not counted" in html
    assert "Saturday 28 March 2026: weekend" in html
    assert '<th scope="col"' in html and "<script" not in html.split("<main")[1].split("</main>")[0]


def test_it_explains_itself_in_welsh(cast, page):
    html = page("one", cases.case(cast.ffion), "first-contact", language="cy").content.decode()
    assert "Yr addewid yw 1 diwrnod gwaith" in html and "Mawrth 2026</caption>" in html
    assert "I’w gyflawni: diwrnod 1" in html and "Due" not in html.split("<main")[1].split("</main>")[0]


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_handler_stops_a_clock_and_lets_it_go_on(cast, page, language):
    case = cases.case(cast.ffion)
    done = page("stop", case, language=language, reason="stop.asked-to-wait", words="She is away")
    assert done.status_code == 302 and state(case, cast.at) is State.STANDING
    shown = page("one", case, language=language, later=timedelta(days=2)).content.decode()
    assert {"en": "The person asked us to wait", "cy": "Gofynnodd y person i ni aros"}[language] in shown
    assert {"en": "Let the clock go on", "cy": "Gadewch i’r cloc fynd ymlaen"}[language] in shown
    assert page("go_on", case, language=language, words=" ").status_code == 302
    assert state(case, cast.at) is State.RUNNING


def test_a_refusal_is_shown_with_what_was_typed(cast, page):
    case = cases.case(cast.ffion)
    shown = page("extend", case, days="40", reason="extend.complex", words="A great deal of film")
    assert shown.status_code == 422 and "Each time by 10 at most" in shown.content.decode()
    assert "A great deal of film" in shown.content.decode()
    assert page("extend", case, days="many", reason="extend.complex").status_code == 422
    assert page("extend", case, days="5", reason="extend.complex").status_code == 302


def test_only_reasons_of_this_promise_are_offered(cast, page):
    shown = page("stop", cases.case(cast.ffion)).content.decode()
    assert "Suspended for criminal or other proceedings" in shown and "It was overlooked" not in shown


def test_what_the_law_sets_offers_only_a_supervisor_to_excuse_it(cast, page):
    case = cases.case(cast.ffion)
    assert "Excuse it" not in page("one", case, "update").content.decode()
    shown = page("one", case, "update", by=cast.jo).content.decode()
    assert "Excuse it: exceptional circumstances" in shown and "Stop the clock" not in shown
    assert page("excuse", case, "update", reason="excuse.other", words="Snow").status_code == 403
    assert page("excuse", case, "update", by=cast.jo, reason="excuse.other").status_code == 422
    assert page("excuse", case, "update", by=cast.jo, reason="excuse.other", words="Snow").status_code == 302
    assert state(case, cast.at, "update") is State.EXCUSED


def test_a_missed_promise_says_why(cast, page):
    case, late = cases.case(cast.ffion), timedelta(days=20)
    assert page("missed", case, later=late, reason="missed.overlooked", words="").status_code == 302
    assert "Missed because: It was overlooked." in page("one", case, later=late).content.decode()


def test_a_promise_that_does_not_run_here_and_a_case_elsewhere_are_not_found(cast, page):
    case = cases.case(cast.ffion)
    assert page("one", case, "outcome").status_code == page("one", case, "made-up").status_code == 404
    assert page("one", case, by=cast.chris).status_code == 404


def test_the_page_of_a_clock_takes_as_many_queries_after_ten_deeds_as_after_two(cast, page, django_assert_max_num_queries):
    few, many = contact(cast.ffion).case, contact(cast.amir).case
    for case, times in ((few, 1), (many, 5)):
        for n in range(times):
            hours = timedelta(hours=n)
            page("stop", case, later=hours, reason="stop.asked-to-wait", words="x")
            page("go_on", case, later=hours, words="x")
    counts = []
    for case in (few, many):
        with django_assert_max_num_queries(40) as seen:
            page("one", case, later=timedelta(hours=9))
        counts.append(len(seen))
    assert counts[0] == counts[1]
