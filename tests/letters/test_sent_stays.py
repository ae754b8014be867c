"""A sent letter cannot be changed or removed, even by the database's own commands."""

import pytest
from django.db import DatabaseError, connection, transaction

from putright.cases.models import Event
from putright.letters import actions
from putright.letters.models import Letter
from putright.outbox.actions import note_sent
from putright.outbox.sending import send

from . import cases


@pytest.fixture
def sent(cast):
    letter = actions.write_letter(cases.told(cast.ffion, at=cast.at), "acknowledgement", {}, by=None, at=cast.at)
    send(letter, at=cast.at)
    return Letter.objects.get(pk=letter.pk)


@pytest.mark.parametrize(
    "command",
    [
        "UPDATE letters_letter SET body = 'something else' WHERE id = %s",
        "UPDATE letters_letter SET status = 'made' WHERE id = %s",
        "DELETE FROM letters_letter WHERE id = %s",
    ],
)
def test_the_database_refuses(sent, command):
    with pytest.raises(DatabaseError, match="cannot be changed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(command, [sent.pk])
    assert Letter.objects.get(pk=sent.pk).body == sent.body


def test_one_that_has_not_gone_can_still_be_changed(cast):
    letter = actions.write_letter(cases.told(cast.ffion, at=cast.at), "acknowledgement", {}, by=None, at=cast.at)
    assert Letter.objects.filter(pk=letter.pk).update(trouble="x") == 1


def test_saying_twice_that_it_was_sent_leaves_one_event(sent, cast):
    note_sent(sent, by=None, at=cast.at)
    assert Event.objects.filter(case=sent.case, verb="sent").count() == 1
