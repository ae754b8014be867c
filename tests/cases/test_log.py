"""The log: chained, append-only, and whole even when words are erased."""

import pytest
from django.db import DatabaseError, connection, transaction

from putright.cases import triggers
from putright.cases.actions import note
from putright.cases.log import broken_at
from putright.cases.models import ChainHead, Event, EventPayload
from tests.make import cases

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(cast):
    case = cases.case(cast.ffion)
    for words in ("rang, no answer", "rang again", "wrote"):
        note(case, words, by=cast.sam, at=cast.at)
    return case


def tamper(statement, *values):
    """What somebody with the database in their hands would do: guard off, change, guard on."""
    triggers.drop(connection)
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
    triggers.create(connection)


def test_a_told_chain_is_whole(told):
    assert broken_at(told) is None
    assert [e.verb for e in Event.objects.filter(case=told).order_by("seq")] == ["received", "noted", "noted", "noted"]


def test_each_event_raises_the_version(told):
    told.refresh_from_db()
    assert told.version == 4


@pytest.mark.parametrize("statement", ["UPDATE cases_event SET verb = 'x'", "DELETE FROM cases_event"])
def test_the_database_refuses_to_rewrite_history(told, statement):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert broken_at(told) is None


def test_a_changed_line_is_found(told):
    tamper("UPDATE cases_event SET verb = 'closed' WHERE case_id = %s AND seq = 3", told.pk)
    assert broken_at(told) == 3


def test_a_removed_last_line_is_found(told):
    EventPayload.objects.filter(event__case=told, event__seq=4).delete()
    tamper("DELETE FROM cases_event WHERE case_id = %s AND seq = 4", told.pk)
    assert broken_at(told) == 4


def test_a_removed_head_is_found(told):
    ChainHead.objects.filter(case=told).delete()
    assert broken_at(told) == 4


def test_changed_words_are_found(told):
    EventPayload.objects.filter(event__case=told, event__seq=2).update(body={"words": "was very content"})
    assert broken_at(told) == 2


def test_erased_words_leave_the_chain_whole(told):
    EventPayload.objects.filter(event__case=told).delete()
    assert broken_at(told) is None
