"""A mail server of our own for the office's mail server to hand messages to. It takes mail and sends none.

What it promises: 250 is said only when `keep` has returned, and that is when the message is on disk. Anything else is
451, and the sender keeps the message and tries again."""

import asyncio
import logging
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from aiosmtpd.smtp import SMTP, Envelope, Session

log = logging.getLogger(__name__)
LARGEST = 50 * 1024 * 1024  # bytes; told to the sender at the greeting, and more is refused with 552
HANDS = 4  # messages kept at the same moment


@dataclass(frozen=True)
class Handed:
    """One message as it was handed over, with what stood on its envelope. An empty sender is the null path of a bounce."""

    content: bytes
    sender: str
    recipients: tuple[str, ...]


Keep = Callable[[Handed], None]


class Patient(SMTP):
    """Real mail has lines far longer than the thousand letters the standard allows. Refusing them would lose them."""

    line_length_limit = LARGEST


class Takes:
    """The server's part that knows what to do with a message."""

    def __init__(self, keep: Keep) -> None:
        self.keep, self.hands = keep, ThreadPoolExecutor(HANDS, thread_name_prefix="mail")

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 (aiosmtpd's name)
        content = envelope.original_content or b""
        handed = Handed(bytes(content), (envelope.mail_from or "").strip("<>"), tuple(envelope.rcpt_tos))
        try:
            await asyncio.get_running_loop().run_in_executor(self.hands, self.keep, handed)
        except Exception:  # noqa: BLE001 (whatever it was, the sender must not believe that we have it)
            log.exception("A message could not be kept; the sender was asked to try again")
            return "451 4.3.0 It could not be kept. Please try again later."
        return "250 2.0.0 Kept"


def listening(host: str, port: int) -> socket.socket:
    """A socket bound to that address; port 0 takes a free one. Raises OSError when it is taken."""
    made = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    made.setblocking(False)
    return made


async def serve(place: socket.socket, keep: Keep, *, stop: asyncio.Event) -> None:
    """Take mail until told to stop; then finish what is in hand."""
    takes = Takes(keep)

    def speak() -> SMTP:
        return Patient(takes, data_size_limit=LARGEST, enable_SMTPUTF8=True, ident="Putright", timeout=300)

    server = await asyncio.get_running_loop().create_server(speak, sock=place)
    try:
        await stop.wait()
    finally:
        server.close()
        await asyncio.to_thread(takes.hands.shutdown)
