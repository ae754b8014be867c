"""Our own mail server: 250 means kept, and nothing else is said."""

import asyncio
import smtplib
import socket
import threading
from contextlib import contextmanager

import pytest

from gateways import smtp_in
from tests.make.raw_mail import message


class Keeper:
    def __init__(self, trouble: Exception | None = None):
        self.trouble, self.kept = trouble, []

    def __call__(self, handed):
        if self.trouble:
            raise self.trouble
        self.kept.append(handed)


@contextmanager
def listening(keep):
    """The listener in a thread of its own, and its port."""
    place, loop, stop = smtp_in.listening("127.0.0.1", 0), asyncio.new_event_loop(), asyncio.Event()
    port = place.getsockname()[1]
    thread = threading.Thread(target=lambda: loop.run_until_complete(smtp_in.serve(place, keep, stop=stop)))
    thread.start()
    try:
        yield port
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(10)
        loop.close()


def hand_over(port, content, sender="ffion@complainant.example", to=("complaints@office.example",)):
    with smtplib.SMTP("127.0.0.1", port, timeout=10) as line:
        return line.sendmail(sender, list(to), content)


def test_a_message_is_kept_as_it_came_with_its_envelope():
    keep, raw = Keeper(), message(".\r\n.. dots\r\nAnnwyl Ŵyn\r\n")
    with listening(keep) as port:
        hand_over(port, raw, to=("a@office.example", "b@office.example"))
    [handed] = keep.kept
    assert (handed.sender, handed.recipients) == ("ffion@complainant.example", ("a@office.example", "b@office.example"))
    assert handed.content == raw


def test_the_null_path_of_a_bounce_is_empty():
    keep = Keeper()
    with listening(keep) as port:
        hand_over(port, message(), sender="")
    assert keep.kept[0].sender == ""


def test_a_line_far_longer_than_the_standard_allows_is_taken():
    keep = Keeper()
    with listening(keep) as port:
        hand_over(port, message("x" * 2_000_000))
    assert len(keep.kept[0].content) > 2_000_000


def test_what_was_not_kept_is_not_acknowledged(caplog):
    with listening(Keeper(OSError("no room"))) as port:
        with pytest.raises(smtplib.SMTPDataError) as refused:
            hand_over(port, message())
    assert refused.value.smtp_code == 451 and "no room" in caplog.text


def test_too_much_is_refused_in_so_many_words(monkeypatch):
    monkeypatch.setattr(smtp_in, "LARGEST", 10_000)
    keep = Keeper()
    with listening(keep) as port:
        with pytest.raises(smtplib.SMTPResponseException) as refused:
            hand_over(port, message("x\r\n" * 20_000))
    assert refused.value.smtp_code == 552 and not keep.kept


def test_a_line_dropped_in_the_middle_keeps_nothing_and_stops_nobody():
    keep = Keeper()
    with listening(keep) as port:
        with socket.create_connection(("127.0.0.1", port), 5) as line:
            line.recv(100)
            line.sendall(b"EHLO a\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nDATA\r\n")
            line.recv(1000)
            line.sendall(b"Subject: half")
        hand_over(port, message("whole"))
    assert len(keep.kept) == 1


def test_ten_at_once_are_all_kept():
    keep = Keeper()
    with listening(keep) as port:
        sending = [threading.Thread(target=hand_over, args=(port, message(f"{n}"))) for n in range(10)]
        for one in sending:
            one.start()
        for one in sending:
            one.join()
    assert len(keep.kept) == 10
