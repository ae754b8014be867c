"""Letters by e-mail, against a real mail server on this machine."""

import asyncio
import socket
import threading
from contextlib import contextmanager
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default

import pytest
from aiosmtpd.controller import Controller

from gateways import post

AT = datetime(2026, 3, 27, 16, 50, tzinfo=UTC)


def parcel(**changes):
    whole = {
        "message_id": "<abc@putright.example>", "to": "ffion@complainant.example", "subject": "Llythyr i chi – PR-1",
        "plain": "Annwyl Ffion Ŵyn\n.\n.. dots\n", "html": "<p>Annwyl Ffion Ŵyn</p>", "pdf": b"%PDF-1.7 \r\n.\r\n",
        "pdf_name": "PR-1.pdf", "languages": ("cy", "en"), "at": AT,
    }  # fmt: skip
    return post.Parcel(**(whole | changes))


class Keeps:
    """Keeps what it takes; `says` is the answer to each step, when not the usual one."""

    def __init__(self, **says):
        self.says, self.taken = says, []

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 (the library's name)
        if "rcpt" in self.says:
            return self.says["rcpt"]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        if self.says.get("data") == "drop":
            self.taken.append(envelope.content)
            server.transport.abort()
            await asyncio.sleep(0)
            return "421 gone"
        if "data" in self.says:
            return self.says["data"]
        self.taken.append(envelope.content)
        return "250 OK"


@contextmanager
def server(**says):
    keeps = Keeps(**says)
    controller = Controller(keeps, hostname="127.0.0.1", port=0)
    # Port 0 asks the machine for a free one; the library would then knock at 0, so the real one is written back.
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        controller.port = probe.getsockname()[1]
    controller.start()
    try:
        yield keeps, post.Smtp(f"smtp://127.0.0.1:{controller.port}", "no-reply@putright.example")
    finally:
        controller.stop()


def lines_opened(monkeypatch, smtp):
    opened, ours = [], smtp._open
    monkeypatch.setattr(smtp, "_open", lambda: opened.append(ours()) or opened[-1])
    return opened


def test_letters_of_one_round_go_over_one_line_and_others_over_one_each(monkeypatch):
    with server() as (keeps, smtp):
        opened = lines_opened(monkeypatch, smtp)
        with post.line():
            for number in range(post.ON_ONE_LINE + 1):
                smtp.send(parcel(message_id=f"<{number}@putright.example>"))
        assert (len(keeps.taken), len(opened)) == (post.ON_ONE_LINE + 1, 2)
        assert [line.sock for line in opened] == [None, None]  # and none stays open
        smtp.send(parcel())
        smtp.send(parcel())
    assert (len(keeps.taken), len(opened)) == (post.ON_ONE_LINE + 3, 4)


def test_a_line_that_went_dead_or_had_trouble_is_not_used_again(monkeypatch):
    with server() as (keeps, smtp), post.line():
        opened = lines_opened(monkeypatch, smtp)
        smtp.send(parcel())
        opened[0].sock.shutdown(socket.SHUT_RDWR)  # the mail server hung up between two letters
        smtp.send(parcel())
        keeps.says["data"] = "451 not now"
        with pytest.raises(post.Later):
            smtp.send(parcel())
        del keeps.says["data"]
        smtp.send(parcel())
    assert (len(keeps.taken), len(opened)) == (3, 3)


def test_a_letter_arrives_whole_as_plain_text_html_and_pdf():
    with server() as (keeps, smtp):
        smtp.send(parcel())
    message = message_from_bytes(keeps.taken[0], policy=default)
    assert message["Subject"] == "Llythyr i chi – PR-1" and message["Message-ID"] == "<abc@putright.example>"
    assert message["To"] == "ffion@complainant.example" and message["Content-Language"] == "cy, en"
    assert message.get_body(("plain",)).get_content().replace("\r\n", "\n") == "Annwyl Ffion Ŵyn\n.\n.. dots\n"
    assert "Ŵyn" in message.get_body(("html",)).get_content()
    [pdf] = message.iter_attachments()
    assert (pdf.get_filename(), pdf.get_content_type(), pdf.get_content()) == (
        "PR-1.pdf",
        "application/pdf",
        b"%PDF-1.7 \r\n.\r\n",
    )


def test_offered_again_it_has_the_same_message_id():
    with server() as (keeps, smtp):
        smtp.send(parcel())
        smtp.send(parcel())
    assert {message_from_bytes(raw)["Message-ID"] for raw in keeps.taken} == {"<abc@putright.example>"}


def test_with_no_server_there_it_is_for_later():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with pytest.raises(post.Later, match="could not be reached"):
        post.Smtp(f"smtp://127.0.0.1:{port}", "a@b.example").send(parcel())


@pytest.mark.parametrize(
    ("says", "refusal"),
    [
        ({"rcpt": "550 no such person"}, post.Refused),
        ({"rcpt": "450 try later"}, post.Later),
        ({"data": "452 disk full"}, post.Later),
        ({"data": "554 not that"}, post.Refused),
    ],
)
def test_what_the_server_says_decides_whether_it_is_for_later_or_for_good(says, refusal):
    with server(**says) as (keeps, smtp), pytest.raises(refusal):
        smtp.send(parcel())
    assert keeps.taken == []


def test_taken_and_then_dropped_is_uncertain():
    with server(data="drop") as (keeps, smtp), pytest.raises(post.Uncertain):
        smtp.send(parcel())
    assert len(keeps.taken) == 1


def test_dropped_before_the_letter_went_is_for_later():
    def answer_then_leave(listener):
        line, _ = listener.accept()
        line.sendall(b"220 hello\r\n")
        line.recv(1000)
        line.sendall(b"250 hello\r\n")
        line.recv(1000)
        line.close()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        leaver = threading.Thread(target=answer_then_leave, args=[listener])
        leaver.start()
        with pytest.raises(post.Later):
            post.Smtp(f"smtp://127.0.0.1:{listener.getsockname()[1]}", "a@b.example").send(parcel())
        leaver.join()


@pytest.mark.parametrize("to", ["a@b.example\r\nBcc: everybody@c.example", "siân@b.example", ""])
def test_an_address_that_cannot_be_one_is_refused_and_nothing_goes(to):
    with server() as (keeps, smtp), pytest.raises(post.Refused):
        smtp.send(parcel(to=to))
    assert keeps.taken == []


def test_with_no_server_in_the_settings_letters_stay_on_the_outbox(settings):
    settings.SMTP = ""
    assert isinstance(post.post(), post.Outbox)
    settings.SMTP = "smtp://127.0.0.1:2525"
    assert isinstance(post.post(), post.Smtp)
