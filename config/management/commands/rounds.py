"""The worker: goes round until told to stop. Any number may run."""

import os
import signal
import socket
import time
from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from gateways import clock
from putright.rounds.worker import go_round


class Command(BaseCommand):
    help = "Do what is owed, again and again. --once goes round until nothing more can be done, then ends."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true")
        parser.add_argument("--pause", type=float, default=1.0, help="seconds between rounds when nothing was done")

    def handle(self, *, once: bool, pause: float, **options: object) -> None:
        self.going = True
        signal.signal(signal.SIGTERM, self.stop)
        worker = f"{socket.gethostname()[:40]}-{os.getpid()}"
        while self.going:
            did = go_round(clock.now, worker=worker)
            if did.done == 0 and once:
                break
            if did.done == 0:
                time.sleep(pause)

    def stop(self, *signal_and_frame: object) -> None:
        """Finish the piece in hand, then end."""
        self.going = False
