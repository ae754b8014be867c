"""An exchange sends down several lines at once: nobody waits for ever, nothing is lost, and each call is what it was."""

import random

import pytest
from django.db import connection  # noqa: F401 - the mark below names it

from putright.contacts.channels.telephone.models import Call, CallEvent, Exchange
from tests.adversary.test_at_once import all_at_once
from tests.make import people
from tests.make import telephone as make

FACTS = ("key", "outcome", "wait", "talk", "option", "number", "extension", "offered_at", "ended_at", "last_at")


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite lets one writer in at a time")
def test_messages_about_the_same_calls_at_once():
    people.office()
    quiet = Exchange.objects.create(slug="quiet", name="quiet", made_at=people.AT)
    busy = Exchange.objects.create(slug="busy", name="busy", made_at=people.AT)
    told = [event for number in range(6) for event in make.story(f"Q{number}")]
    make.tell(quiet, told)
    chance = random.Random(20260327)
    for _round in range(4):
        messages = [chance.sample(told, k=len(told)), *([one] for one in chance.sample(told, k=5)), told[::-1]]
        troubles = all_at_once(*(lambda message=message: make.tell(busy, message) for message in messages))
        assert [repr(trouble) for trouble in troubles if trouble] == []
    assert CallEvent.objects.filter(call__exchange=busy).count() == len(told)
    calls = Call.objects.order_by("key")
    assert list(calls.filter(exchange=busy).values(*FACTS)) == list(calls.filter(exchange=quiet).values(*FACTS))


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite lets one writer in at a time")
def test_the_parts_of_one_call_each_down_its_own_line():
    people.office()
    busy = Exchange.objects.create(slug="busy", name="busy", made_at=people.AT)
    for number in range(8):
        story = make.story(f"P{number}")
        troubles = all_at_once(*(lambda one=one: make.tell(busy, one) for one in story))
        assert [repr(trouble) for trouble in troubles if trouble] == []
    assert set(Call.objects.values_list("outcome", "wait", "talk", "option")) == {("answered", 30, 300, "3")}
    assert CallEvent.objects.count() == 40
