"""Reach that was given ends with what it was given for, on the next request, with no worker going round."""

from datetime import timedelta

import pytest
from django.urls import reverse

from gateways import clock
from putright.allocation.actions import allocate, give_back
from putright.cases.models import Case, Grant
from putright.cases.queries import open_to
from putright.recovery.actions import Heard, ask_to_record, offer
from putright.triage import actions as triage
from tests.desk.furnish import full
from tests.make import cases as make_cases

pytestmark = pytest.mark.django_db


def put_right(case, cast):
    offer(case, "apology", "We are sorry.", by=cast.sam, at=cast.at, heard=Heard("yes", "Good."))


TAKEN_BY = {
    "recorded": lambda case, cast: ask_to_record(case, "Record it.", by=cast.sam, at=cast.at),
    "put right": put_right,
    "given back": lambda case, cast: give_back(case, "We take it back.", by=cast.sam, at=cast.at),
    "decided": lambda case, cast: triage.decide(case, "recorded", because="They asked.", by=cast.sam, at=cast.at),
}


@pytest.mark.parametrize("how", TAKEN_BY)
def test_a_case_taken_from_a_supervisor_is_not_theirs_to_open_any_more(cast, client, how):
    case = full(cast)
    allocate(case, cast.dana.team, "Please ring her.", by=cast.sam, at=cast.at)
    case.refresh_from_db()
    page = reverse("desk:case", args=[case.reference])
    with clock.fixed(cast.at + timedelta(minutes=10)):
        client.force_login(cast.dana.user)
        assert client.get(page).status_code == 200
        TAKEN_BY[how](case, cast)
        assert client.get(page).status_code == 404
        assert case.reference not in client.get(reverse("desk:work")).content.decode()


def test_other_reach_stays_when_a_supervisor_loses_theirs(cast):
    case = full(cast)
    kept = make_cases.grant(case, to=cast.pat)
    allocate(case, cast.dana.team, "Please ring her.", by=cast.sam, at=cast.at)
    ask_to_record(case, "Record it.", by=cast.sam, at=cast.at)
    kept.refresh_from_db()
    assert kept.until is None


def test_reach_that_begins_tomorrow_opens_nothing_today(cast):
    case = make_cases.case(cast.ffion)
    Grant.objects.create(case=case, handler=cast.dana, why="from tomorrow", since=cast.at + timedelta(days=1))
    assert not open_to(cast.dana, at=cast.at).exists()
    assert open_to(cast.dana, at=cast.at + timedelta(days=2)).get() == Case.objects.get(pk=case.pk)
