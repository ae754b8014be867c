"""Sending a letter by e-mail: to the office's mail server, or nowhere when the outbox page is all there is.

What we promise (and no more can be promised over SMTP): a letter is offered again until somebody took it, always under the
same Message-ID; when the line drops after the whole letter went and before the answer came, we say that we do not know."""

import smtplib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Protocol
from urllib.parse import unquote, urlsplit

from django.conf import settings

OUR_MARK = "X-Putright"  # a system like this one knows by it not to answer a letter by itself
PATIENCE = 15  # seconds for each step: all of them together stay well inside a worker's lease of 60
ON_ONE_LINE = 50  # letters; mail servers hang up on who brings too many at once
GONE = (OSError, smtplib.SMTPServerDisconnected)


class Later(Exception):
    """Nobody took the letter. Try again later; nothing was sent."""


class Refused(Exception):
    """The letter will never be taken as it is: the address or the letter was refused for good."""


class Uncertain(Exception):
    """The letter may have been sent. Only a person can find out; never offer it again by yourself."""


@dataclass(frozen=True)
class Parcel:
    """One letter ready to go. `message_id` is made once for a letter and never changes."""

    message_id: str
    to: str
    subject: str
    plain: str
    html: str
    pdf: bytes
    pdf_name: str
    languages: tuple[str, ...]
    at: datetime
    reply_to: str = ""  # where answers land on the case they are about; empty where no answers are read
    enclosed: tuple[tuple[str, bytes], ...] = ()  # the name and the bytes of each document that goes with it
    stop: str = ""  # where they can say, with one press, that they want no more such letters


class Post(Protocol):
    def send(self, parcel: Parcel) -> None:
        """Returns when the letter was taken. Raises Later, Refused or Uncertain."""


class Outbox:
    """The local outbox: a letter is sent by being a row that the outbox page shows. Nothing leaves the machine."""

    def send(self, parcel: Parcel) -> None:
        return None


class Smtp:
    """`url` is smtp://user:password@host:port (encrypted when the server offers it) or smtps:// (encrypted from the start).

    Within `line()` it stays open from letter to letter: to open it takes longer than a letter does."""

    def __init__(self, url: str, sender: str) -> None:
        self.url, self.sender = urlsplit(url), sender

    def send(self, parcel: Parcel) -> None:
        message = as_message(parcel, self.sender)
        line, letters = self._ready()
        try:
            _hand_over(line, message, self.sender, parcel.to)
        except BaseException:
            line.close()  # the next letter begins with a clean one
            raise
        open_lines = _open_lines.get()
        if open_lines is None:
            line.close()
        else:
            open_lines[self.url.geturl()] = line, letters + 1

    def _ready(self) -> tuple[smtplib.SMTP, int]:
        """The line of the letter before while it still answers, or a new one; and how many letters it took. Raises Later."""
        line, letters = (_open_lines.get() or {}).pop(self.url.geturl(), (None, 0))
        with suppress(*GONE, smtplib.SMTPException):
            if line and letters < ON_ONE_LINE and line.noop()[0] == 250:
                return line, letters
        if line:
            line.close()
        try:
            return self._open(), 0
        except (*GONE, smtplib.SMTPException) as trouble:
            raise Later(f"the mail server could not be reached: {trouble}") from trouble

    def _open(self) -> smtplib.SMTP:
        kind = smtplib.SMTP_SSL if self.url.scheme == "smtps" else smtplib.SMTP
        line = kind(self.url.hostname or "", self.url.port or 0, timeout=PATIENCE)
        try:
            line.ehlo_or_helo_if_needed()
            if self.url.scheme != "smtps" and line.has_extn("starttls"):
                line.starttls()
            if self.url.username:
                line.login(unquote(self.url.username), unquote(self.url.password or ""))
        except BaseException:
            line.close()
            raise
        return line


def as_message(parcel: Parcel, sender: str) -> EmailMessage:
    """The letter as a message. Raises Refused for an address that cannot stand in a header."""
    message = EmailMessage(policy=SMTP)
    if not parcel.to:
        raise Refused("there is no address")
    try:
        message["From"], message["To"], message["Subject"] = sender, parcel.to, parcel.subject
        parcel.to.encode("ascii")
    except (ValueError, IndexError) as trouble:
        raise Refused(f"the address cannot be used: {trouble}") from trouble
    if parcel.reply_to:
        message["Reply-To"] = parcel.reply_to
    if parcel.stop:
        message["List-Unsubscribe"] = f"<{parcel.stop}>"
    message[OUR_MARK] = "letter"
    message["Message-ID"], message["Date"] = parcel.message_id, format_datetime(parcel.at)
    message.set_content(parcel.plain)
    message.add_alternative(parcel.html, subtype="html")
    if parcel.pdf:  # a link or a code goes without
        message.add_attachment(parcel.pdf, maintype="application", subtype="pdf", filename=parcel.pdf_name)
    for name, content in parcel.enclosed:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    message["Content-Language"] = ", ".join(parcel.languages)  # set last: adding parts would move it to the first one
    return message


def _hand_over(line: smtplib.SMTP, message: EmailMessage, sender: str, to: str) -> None:
    """Each step by itself, because what a lost line means depends on how far we had come."""
    try:
        _ask(line.mail(sender), final=False)
        _ask(line.rcpt(to), final=True)
        _ask(line.docmd("DATA"), final=False, good=354)
    except GONE as trouble:
        raise Later(f"the mail server went away: {trouble}") from trouble
    try:
        line.send(_dotted(message.as_bytes()))
        code, words = line.getreply()
    except GONE as trouble:
        raise Uncertain(f"the line dropped before the mail server answered: {trouble}") from trouble
    _ask((code, words), final=True)


def _dotted(content: bytes) -> bytes:
    """Lines that begin with a full stop get a second one, and a full stop alone ends the letter (RFC 5321 4.5.2)."""
    lines = [b"." + line if line.startswith(b".") else line for line in content.splitlines()]
    return b"\r\n".join(lines) + b"\r\n.\r\n"


def _ask(reply: tuple[int, bytes], *, final: bool, good: int = 250) -> None:
    """A refusal for good (5xx) is final only where it is about this letter; elsewhere the office can mend it."""
    code, words = reply
    if code == good or (good == 250 and code in {251, 252}):
        return
    said = f"{code} {words.decode(errors='replace')}"
    raise Refused(said) if final and 500 <= code < 600 else Later(said)


_open_lines: ContextVar[dict[str, tuple[smtplib.SMTP, int]] | None] = ContextVar("open_lines", default=None)


@contextmanager
def line() -> Iterator[None]:
    """Within the block a line to the mail server stays open for the letters that follow."""
    lines: dict[str, tuple[smtplib.SMTP, int]] = {}
    token = _open_lines.set(lines)
    try:
        yield
    finally:
        _open_lines.reset(token)
        for one, _letters in lines.values():
            with suppress(*GONE, smtplib.SMTPException):
                one.quit()
            one.close()


_standing_in: list[Post] = []


def post() -> Post:
    """Where letters by e-mail go: by settings.SMTP, or the local outbox."""
    if _standing_in:
        return _standing_in[-1]
    return Smtp(settings.SMTP, settings.EMAIL_FROM) if settings.SMTP else Outbox()


@contextmanager
def standing_in(fake: Post) -> Iterator[Post]:
    """Within the block letters go to `fake`."""
    _standing_in.append(fake)
    try:
        yield fake
    finally:
        _standing_in.pop()
