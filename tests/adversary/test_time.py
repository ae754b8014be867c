"""Times nobody thought of: years whose bank holidays nobody holds yet, and a day long gone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from gateways import clock
from putright.cases.models import Case
from putright.clocks.promises import State
from putright.clocks.queries import for_case
from putright.facts.months import Month
from putright.facts.reckoning import Reckoning
from putright.letters.models import Letter
from putright.people.queries import office
from putright.rounds.worker import go_round
from putright.triage import actions as triage
from tests.make.contacts import contact
from tests.triage.sheets import ORDINARY

pytestmark = pytest.mark.django_db
BEYOND = [datetime(2028, 12, 29, 12, tzinfo=UTC), datetime(2035, 6, 1, 12, tzinfo=UTC)]
NIGHTS = [
    datetime(2026, 3, 29, 0, 59, tzinfo=UTC),
    datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
    datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
]


def recorded(cast):
    case = contact(cast.ffion, kind="complaint", at=cast.at).case
    triage.answer(case, ORDINARY, by=cast.sam, at=cast.at)
    case.refresh_from_db()
    triage.decide(case, "recorded", because="They asked.", by=cast.sam, at=cast.at)
    case.refresh_from_db()
    return case


@pytest.mark.parametrize("at", BEYOND + NIGHTS, ids=str)
def test_every_page_of_a_case_opens_whatever_the_year(cast, client, at):
    cast = replace(cast, at=at)
    with clock.fixed(at):
        case = recorded(cast)
        client.force_login(cast.jo.user)
        for page in ("desk:case", "triage:ask", "letters:new", "cases:allege", "packs:hand_over"):
            assert client.get(reverse(page, args=[case.reference])).status_code == 200
        for page in ("desk:work", "desk:search", "reports:month", "portal:expect", "portal:start"):
            assert client.get(reverse(page) + "?q=ffion").status_code == 200


@pytest.mark.parametrize("at", BEYOND, ids=str)
def test_beyond_the_bank_holidays_we_hold_a_promise_is_counted_by_weekends_and_says_so(cast, at):
    case = recorded(replace(cast, at=at))
    [first] = [clock for clock in for_case(case, at) if clock.promise == "first-contact"]
    assert first.state in (State.RUNNING, State.WARNING)
    assert any("bank holidays of that time" in line for line in first.working_out["en"])
    month = Month.of(first.due_at)
    after = datetime(month.next.year, month.next.number, 1, tzinfo=UTC)
    fell = [one for one in Reckoning(month, office(), after).fell if one.promise == "first-contact"]
    assert [one.due_at for one in fell] == [first.due_at]


def test_where_they_are_held_nothing_is_said(cast):
    case = recorded(cast)
    assert not any(
        "bank holidays of that time" in line for clock in for_case(case, cast.at) for line in clock.working_out["en"]
    )


@pytest.mark.parametrize("at", BEYOND + NIGHTS, ids=str)
def test_rounds_go_well_with_the_clock_jumping_about(cast, at):

    case = recorded(replace(cast, at=at))
    hours = (0, 3, -3, 0, 26, -26, 5)
    rounds = [go_round(lambda hour=hour: at + timedelta(hours=hour), worker="a") for hour in hours]
    assert [one.failed for one in rounds] == [0] * len(hours)
    kinds = Letter.objects.filter(case=case).values_list("kind", flat=True)
    assert sorted(kinds) == ["acknowledgement", "recorded"]


@pytest.mark.parametrize("year", [1900, 1999, 2011, 2012, 2019])
def test_a_letter_found_behind_a_cupboard_is_written_down_with_its_own_day(cast, client, year):
    client.force_login(cast.sam.user)
    typed = {"key": str(uuid4()), "words": "It lay there.", "kind": "complaint", "channel": "letter"}
    day = {"arrived-day": "1", "arrived-month": "1", "arrived-year": str(year)}
    assert (
        client.post(
            reverse("contacts:new"), typed | day | {f"arrived_{n}": v for n, v in enumerate(("1", "1", str(year)))}
        ).status_code
        == 302
    )
    case = Case.objects.get()
    assert case.received_at.year == year
    assert client.get(reverse("desk:case", args=[case.reference])).status_code == 200
    assert client.get(f"/en/staff/reports/{year}/1/").status_code == 200
