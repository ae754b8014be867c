"""A flood is slowed and a person never refused: two hundred behind one address are served at once, the next ones wait a
little or let their browser work for a second, and every word is still there."""

import base64
import json
import re
from datetime import timedelta
from hashlib import sha256

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from gateways import clock
from putright.contacts.lane import lane, rules
from putright.contacts.models import Arrivals, Contact
from tests.make.people import AT

from . import walk


def sent(client: Client, **more: str):
    return client.post("/en/tell-us/check/", {**walk.carried(client.get("/en/tell-us/check/")), **more})


@pytest.fixture
def filled(client, cast):
    """A form filled in and ready to be sent, from an address that has sent a great many within the hour."""
    with clock.fixed(cast.at):
        walk.walk(client)
        busy(rules.FREE)
        yield client


def busy(number: int) -> None:
    address = lane.digest("127.0.0.1", AT.date())
    Arrivals.objects.update_or_create(address=address, defaults={"since": AT, "sent": number})


def hidden(page, name: str) -> str:
    return re.search(rf'name="{name}" value="([^"]*)"', page.content.decode())[1]


def solved(page) -> str:
    """What the browser's script does: try numbers until the digest is the one asked for."""
    asked = json.loads(re.search(r"data-app-work='([^']*)'", page.content.decode())[1])
    number = next(n for n in range(rules.WORK + 1) if sha256(f"{asked['salt']}{n}".encode()).hexdigest() == asked["challenge"])
    answer = {name: asked[name] for name in ("algorithm", "challenge", "salt", "signature")} | {"number": number}
    return base64.b64encode(json.dumps(answer).encode()).decode()


@pytest.mark.django_db
def test_two_hundred_people_behind_one_address_in_an_hour_are_all_let_through(rf, cast):
    for number in range(200):
        assert lane.through(rf.post("/"), f"form {number}", at=cast.at + timedelta(seconds=18 * number)) is None


@pytest.mark.django_db
def test_in_the_slow_lane_nothing_is_refused_and_nothing_is_lost(filled, cast):
    page = sent(filled)
    assert page.status_code == 429 and "Nothing you wrote is lost" in page.content.decode()
    assert walk.ORDINARY["what-happened"]["words"] in page.content.decode() and not Contact.objects.exists()
    with clock.fixed(cast.at + rules.FIRST):
        assert sent(filled, turn=hidden(page, "turn")).status_code == 302
    assert Contact.objects.count() == 1


@pytest.mark.django_db
def test_a_browser_that_does_the_work_goes_through_at_once(filled):
    page = sent(filled)
    assert sent(filled, work=solved(page)).status_code == 302
    assert Contact.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("work", ["", "nonsense", "e30=", "A" * 5000, base64.b64encode(b'{"salt": 1}').decode()])
def test_work_that_is_not_done_is_answered_with_the_wait(filled, work):
    assert sent(filled, work=work).status_code == 429


@pytest.mark.django_db
def test_one_piece_of_work_or_one_turn_is_good_for_one_form_only(rf, cast):
    busy(rules.FREE)
    wait = lane.through(rf.post("/"), "mine", at=cast.at)
    later = cast.at + timedelta(seconds=wait.seconds)
    assert lane.through(rf.post("/", {"turn": wait.turn}), "mine", at=later) is None
    assert lane.through(rf.post("/", {"turn": wait.turn}), "theirs", at=later)
    assert lane.through(rf.post("/", {"turn": wait.turn[:-1] + "x"}), "mine", at=later)
    assert lane.through(rf.post("/", {"turn": wait.turn}), "mine", at=cast.at)


@pytest.mark.django_db
def test_after_a_quiet_hour_the_lane_is_fast_again(rf, cast):
    busy(rules.FREE * 2)
    assert lane.through(rf.post("/"), "mine", at=cast.at)
    assert lane.through(rf.post("/"), "mine", at=cast.at + timedelta(hours=1)) is None
    assert Arrivals.objects.get().sent == 1


@pytest.mark.django_db
def test_another_address_is_not_slowed(rf, cast):
    busy(rules.FREE * 10)
    assert lane.through(rf.post("/", REMOTE_ADDR="192.0.2.7"), "mine", at=cast.at) is None


@pytest.mark.django_db
def test_no_address_is_kept_and_the_count_is_forgotten(rf, cast):
    lane.through(rf.post("/", REMOTE_ADDR="192.0.2.7"), "mine", at=cast.at)
    assert "192.0.2.7" not in Arrivals.objects.get().address
    assert lane.prune(at=cast.at + timedelta(hours=25)) == 1


@given(gaps=st.lists(st.integers(0, 30), min_size=1, max_size=400))
def test_nobody_ever_waits_longer_than_two_minutes_and_turns_never_go_back(gaps):
    pace, at, last = rules.Pace(AT, rules.FREE + 1), AT, None
    for gap in gaps:
        at += timedelta(seconds=gap)
        turn = pace.next_turn(at)
        assert timedelta(0) < turn - at <= rules.LONGEST
        assert last is None or turn >= min(last, at + rules.LONGEST)
        pace, last = rules.Pace(pace.since, pace.sent, turn), turn
