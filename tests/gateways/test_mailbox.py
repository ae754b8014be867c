"""The mailbox, read from a real Dovecot."""

import pytest

from gateways import mailbox
from tests.gateways import dovecot
from tests.make.raw_mail import message

pytestmark = pytest.mark.dovecot


@pytest.fixture(scope="module")
def server():
    with dovecot.running() as made:
        yield made


@pytest.fixture(autouse=True)
def emptied(server):
    server.empty()


def test_messages_are_there_as_they_were_put_in(server):
    one, two = message("Annwyl Ffion Ŵyn"), message(b"\xff\x00 not text", subject="=?utf-8?q?=C5=B5?=")
    server.put(one, two)
    with mailbox.opened(server.url) as box:
        uids = box.uids()
        found = [box.fetch(uid) for uid in uids]
    assert len(uids) == 2 and box.validity > 0 and "secret" not in box.name
    assert found[0].content == one and found[0].whole and found[0].arrived_at.tzinfo
    assert found[1].content.startswith(two.partition(b"\r\n\r\n")[0])


def test_looking_marks_nothing(server):
    server.put(message())
    with mailbox.opened(server.url) as box:
        box.fetch(box.uids()[0])
    with server.line() as line:
        line.select("INBOX", readonly=True)
        assert line.search(None, "UNSEEN")[1] == [b"1"]


def test_what_is_archived_is_in_the_archive_and_nowhere_else(server):
    server.put(message("one"), message("two"))
    with mailbox.opened(server.url) as box:
        box.archive(box.uids()[:1])
    assert (server.count(), server.count("Archive")) == (1, 1)


def test_the_archive_folder_may_have_another_name(server):
    server.put(message("one"))
    with mailbox.opened(server.url + "?archive=Wedi.Darllen") as box:
        box.archive(box.uids())
    assert (server.count(), server.count('"Wedi.Darllen"')) == (0, 1)


def test_a_number_is_never_given_twice(server):
    server.put(message("one"))
    with mailbox.opened(server.url) as box:
        first = box.uids()
        box.archive(first)
    server.put(message("two"))
    with mailbox.opened(server.url) as box:
        assert box.uids()[0] > first[0] and box.fetch(first[0]) is None


def test_of_a_message_too_large_only_the_beginning_is_fetched(server, monkeypatch):
    monkeypatch.setattr(mailbox, "LARGEST", 10_000)
    monkeypatch.setattr(mailbox, "BEGINNING", 2_000)
    server.put(message("x" * 20_000))
    with mailbox.opened(server.url) as box:
        found = box.fetch(box.uids()[0])
    assert (len(found.content), found.whole) == (2_000, False)


@pytest.mark.parametrize("change", [(":secret", ":wrong"), ("/INBOX", "/Nowhere")])
def test_what_cannot_be_opened_is_said(server, change):
    with pytest.raises(mailbox.Unreachable), mailbox.opened(server.url.replace(*change)):
        pass


def test_nobody_there_is_said():
    with pytest.raises(mailbox.Unreachable), mailbox.opened("imap://office:secret@127.0.0.1:1/INBOX"):
        pass
