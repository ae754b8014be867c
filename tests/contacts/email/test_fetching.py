"""Reading the mailbox: kept first, then moved; known again by its number and by its bytes."""

from datetime import timedelta

import pytest

from gateways import mailbox
from gateways.mailbox_fake import FakeMailbox
from putright.contacts.channels.email import fetching, owed, queries
from putright.contacts.channels.email.fetching import fetch
from putright.contacts.channels.email.models import Arrival, Box, Message, Reading
from putright.contacts.models import Contact
from putright.rounds import house
from putright.rounds.worker import go_round
from tests.gateways import dovecot
from tests.make.raw_mail import message

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def box(settings):
    settings.IMAP = "imap://office:secret@mail.example/INBOX"
    with mailbox.standing_in(FakeMailbox(*(message(f"{n}", **{"from": f"p{n}@a.example"}) for n in range(3)))) as made:
        yield made


def test_what_is_kept_is_moved_to_the_archive(cast, box):
    assert fetch(at=cast.at) == 3
    assert not box.inside and sorted(box.archived) == [1, 2, 3]
    assert Reading.objects.filter(state="kept").count() == 3


def test_the_worker_reads_the_mailbox_once_a_minute_and_places_what_came(cast, box):
    def goes_round(at):
        return [go_round(lambda: at, worker="w") for _ in range(3)]

    goes_round(cast.at)
    assert Contact.objects.count() == 3 and Box.objects.get().rounds == 1
    box.add(message("later", **{"from": "q@a.example"}))
    goes_round(cast.at + timedelta(seconds=59))
    assert Contact.objects.count() == 3
    goes_round(cast.at + MINUTE)
    assert Contact.objects.count() == 4


def test_nothing_is_owed_where_no_mailbox_is_read(cast, settings):
    assert not [key for key, _since in house.owed(cast.at) if key.startswith(owed.PREFIX)]


def test_trouble_while_fetching_loses_nothing_and_is_told(cast, box):
    box.trouble = "fetch"
    assert fetch(at=cast.at) == 0 and len(box.inside) == 3
    assert queries.mail(at=cast.at) == "the mailbox has never been read" and "dropped" in Box.objects.get().trouble
    box.trouble = ""
    assert fetch(at=cast.at + MINUTE) == 3
    assert queries.mail(at=cast.at + MINUTE) == "well" and not Box.objects.get().trouble
    assert queries.mail(at=cast.at + timedelta(minutes=7)) != "well"


def test_kept_but_not_moved_is_not_fetched_again_and_moved_later(cast, box):
    box.trouble = "archive"
    fetch(at=cast.at)
    assert (len(box.inside), Message.objects.count()) == (3, 3)
    box.trouble, box.fetched = "", []
    fetch(at=cast.at + MINUTE)
    assert (box.inside, box.fetched, Message.objects.count()) == ({}, [], 3)


def test_a_mailbox_that_was_rebuilt_gives_new_numbers_to_known_bytes(cast, box):
    before = dict(box.inside)
    fetch(at=cast.at)
    box.inside, box.validity = before, 2
    fetch(at=cast.at + MINUTE)
    assert (Message.objects.count(), Arrival.objects.count(), box.inside) == (3, 6, {})


def test_the_same_number_after_a_rebuild_is_another_message(cast, box):
    fetch(at=cast.at)
    box.inside, box.validity = {1: message("new")}, 2
    fetch(at=cast.at + MINUTE)
    assert Message.objects.count() == 4


def test_a_full_mailbox_is_emptied_in_rounds_one_after_the_other(cast, box, monkeypatch):
    monkeypatch.setattr(fetching, "AT_MOST", 2)
    fetch(at=cast.at)
    assert len(box.inside) == 1 and Box.objects.get().more
    assert [key for key, _since in owed.owed(cast.at, limit=10)][0] == "email:fetch:1"
    fetch(at=cast.at)
    assert not box.inside and not Box.objects.get().more


def test_it_arrived_when_the_mailbox_had_it_and_never_later_than_now(cast, box):
    box.arrived_at = cast.at - timedelta(hours=3)
    fetch(at=cast.at)
    assert set(Reading.objects.values_list("came_at", flat=True)) == {cast.at - timedelta(hours=3)}
    box.arrived_at = cast.at + timedelta(days=3)
    box.add(message("from the future"))
    fetch(at=cast.at)
    assert Reading.objects.latest("pk").came_at == cast.at


@pytest.mark.dovecot
def test_from_a_real_mailbox(cast, settings):
    with dovecot.running() as server:
        settings.IMAP = server.url
        server.put(*(message(f"{n}", **{"from": f"p{n}@a.example"}) for n in range(5)))
        go_round(lambda: cast.at, worker="w")
        go_round(lambda: cast.at, worker="w")
        assert (server.count(), server.count("Archive")) == (0, 5)
    assert Contact.objects.count() == 5 and Message.objects.count() == 5
