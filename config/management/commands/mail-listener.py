"""Our own mail server: takes messages from the office's mail server and says 250 only when they are on disk."""

import asyncio
import signal
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from gateways import clock, smtp_in
from putright.contacts.channels.email.actions import Came, keep


class Command(BaseCommand):
    help = "Take e-mail by SMTP and keep it; the worker reads it. It sends nothing and relays nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="where to listen; this machine only, unless told otherwise")
        parser.add_argument("--port", type=int, default=2525)

    def handle(self, *, host: str, port: int, **options: object) -> None:
        try:
            place = smtp_in.listening(host, port)
        except (OSError, OverflowError) as trouble:
            raise CommandError(f"Nothing can listen at {host}, port {port}: {trouble}") from trouble
        self.stdout.write(f"Taking mail at {host}, port {place.getsockname()[1]}. Ctrl-C stops it.")
        self.stdout.flush()
        asyncio.run(self.listen(place))

    async def listen(self, place: object) -> None:
        stop = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
        await smtp_in.serve(place, self.keep, stop=stop)

    def keep(self, handed: smtp_in.Handed) -> None:
        """Called in a thread of its own, which gives its connection back when it is done."""
        now = clock.now()
        try:
            keep(Came(handed.content, "smtp", now, sender=handed.sender, recipients=handed.recipients), at=now)
        finally:
            connection.close()
