"""Reading the office's mailbox by IMAP. A message is only looked at, never marked; it is moved to the archive folder
when whoever keeps it says so, and never deleted.

`url` is imaps://user:password@host:993/INBOX?archive=Archive (encrypted from the start) or imap:// (encrypted when the
server offers it). The folder and `archive` may be left out."""

import imaplib
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from urllib.parse import parse_qs, unquote, urlsplit

from imap_tools import MailBox, MailBoxUnencrypted
from imap_tools.errors import ImapToolsError
from imap_tools.mailbox import BaseMailBox

PATIENCE = 15  # seconds for each step
LARGEST = 50 * 1024 * 1024  # bytes; of a larger message we take the beginning, and leave the whole in the archive folder
BEGINNING = 1024 * 1024
AT_ONCE = 5_000  # numbers asked for in one line: the client library refuses an answer longer than a million signs
TROUBLE = (OSError, imaplib.IMAP4.error, ImapToolsError)
SIZE = re.compile(rb"RFC822\.SIZE (\d+)")


class Unreachable(Exception):
    """The mailbox could not be opened or read. Nothing was lost: what is in it stays there."""


@dataclass(frozen=True)
class Fetched:
    """One message as the server holds it. `whole` is False when it was too large and only its beginning is here."""

    content: bytes
    whole: bool
    arrived_at: datetime | None


class Mailbox(Protocol):
    """An open folder. `name` and `validity` with a message's number (UID) name that message for ever."""

    name: str
    validity: int

    def uids(self) -> list[int]:
        """The numbers of all messages in the folder, the oldest first."""

    def fetch(self, uid: int) -> Fetched | None:
        """That message; None when somebody took it away meanwhile."""

    def archive(self, uids: Sequence[int]) -> None:
        """Move messages to the archive folder. Those that are no longer here are passed over."""


class Imap:
    """An open IMAP folder."""

    def __init__(self, box: BaseMailBox, name: str, archive: str, exists: int) -> None:
        self.box, self.name, self.into, self.exists = box, name, archive, exists
        told = box.client.response("UIDVALIDITY")[1]
        self.validity = int(told[0]) if told and told[0] else 0

    def uids(self) -> list[int]:
        found: list[int] = []
        for start in range(1, self.exists + 1, AT_ONCE):
            last = min(start + AT_ONCE - 1, self.exists)
            found += [int(uid) for uid in self.box.uids(f"{start}:{last}")]
        return sorted(found)

    def fetch(self, uid: int) -> Fetched | None:
        about = b" ".join(part for part in self._ask(uid, "(RFC822.SIZE INTERNALDATE)") if isinstance(part, bytes))
        size = SIZE.search(about)
        if size is None:
            return None
        whole = int(size[1]) <= LARGEST
        wanted = "(BODY.PEEK[])" if whole else f"(BODY.PEEK[]<0.{BEGINNING}>)"
        content = next((part[1] for part in self._ask(uid, wanted) if isinstance(part, tuple)), None)
        if content is None:
            return None
        arrived = imaplib.Internaldate2tuple(about)
        moment = datetime(*arrived[:6]).astimezone() if arrived else None  # noqa: DTZ001 (a tuple of local time)
        return Fetched(bytes(content), whole, moment)

    def _ask(self, uid: int, what: str) -> list[object]:
        kind, answer = self.box.client.uid("FETCH", str(uid), what)
        if kind != "OK":
            raise Unreachable(f"the mailbox would not give message {uid}: {answer!r}")
        return [part for part in answer if part is not None]

    def archive(self, uids: Sequence[int]) -> None:
        if not uids:
            return
        if not self.box.folder.exists(self.into):
            self.box.folder.create(self.into)
        self.box.move([str(uid) for uid in uids], self.into, chunks=200)


_standing_in: list[Mailbox] = []


@contextmanager
def opened(url: str) -> Iterator[Mailbox]:
    """The mailbox, open for as long as the block. Raises Unreachable, inside the block too, when it will not answer."""
    if _standing_in:
        yield _standing_in[-1]
        return
    try:
        with _log_in(url) as box:
            yield box
    except TROUBLE as trouble:
        raise Unreachable(f"the mailbox could not be read: {trouble}") from trouble


@contextmanager
def _log_in(url: str) -> Iterator[Imap]:
    read = urlsplit(url)
    host, folder = read.hostname or "", unquote(read.path.strip("/")) or "INBOX"
    archive = parse_qs(read.query).get("archive", ["Archive"])[0]
    box: BaseMailBox
    if read.scheme == "imaps":
        box = MailBox(host, read.port or 993, timeout=PATIENCE)
    else:
        box = MailBoxUnencrypted(host, read.port or 143, timeout=PATIENCE)
    try:
        if read.scheme == "imap" and "STARTTLS" in box.client.capabilities:
            box.client.starttls()
        box.login(unquote(read.username or ""), unquote(read.password or ""), initial_folder=None)
        box.client.capabilities = _can_do(box)  # it told only part of it before the log-in, and MOVE is the part we want
        kind, exists = box.client.select(f'"{folder}"')
        if kind != "OK":
            raise Unreachable(f"the mailbox has no folder {folder}")
        yield Imap(box, f"{read.username}@{host}/{folder}"[:200], archive, int(exists[0] or b"0"))
    finally:
        with suppress(*TROUBLE):  # the line may be gone already
            box.client.logout()
        with suppress(OSError):
            box.client.shutdown()


def _can_do(box: BaseMailBox) -> tuple[str, ...]:
    _kind, told = box.client.capability()
    return tuple(bytes(told[-1]).decode("ascii", "replace").upper().split())


@contextmanager
def standing_in(fake: Mailbox) -> Iterator[Mailbox]:
    """Within the block the mailbox is `fake`."""
    _standing_in.append(fake)
    try:
        yield fake
    finally:
        _standing_in.pop()
