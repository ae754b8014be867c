"""The worker: goes round until told to stop. Any number may run."""

import logging
import os
import signal
import socket
import time
from argparse import ArgumentParser
from datetime import timedelta

from django.core.management.base import BaseCommand
from django.db import OperationalError, connection

from gateways import clock
from putright.rounds.claims import LEASE
from putright.rounds.worker import Round, go_round

log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Do what is owed, again and again. --once goes round until nothing more can be done, then ends."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true")
        parser.add_argument("--pause", type=float, default=1.0, help="seconds between rounds when nothing was done")
        parser.add_argument("--lease", type=float, default=LEASE.total_seconds(), help="seconds before others take over")

    def handle(self, *, once: bool, pause: float, lease: float, **options: object) -> None:
        self.going = True
        signal.signal(signal.SIGTERM, self.stop)
        worker = f"{socket.gethostname()[:40]}-{os.getpid()}"
        while self.going:
            did = self.round(worker, timedelta(seconds=lease))
            if did.done == 0 and once:
                break
            if did.done == 0:
                time.sleep(pause)

    def round(self, worker: str, lease: timedelta) -> Round:
        """One round. A database that does not answer is a reason to try again, not to end: claims hold meanwhile."""
        try:
            return go_round(clock.now, worker=worker, lease=lease)
        except OperationalError:
            log.exception("The database did not answer; trying again")
            connection.close()
            return Round(0, 0, 0)

    def stop(self, *signal_and_frame: object) -> None:
        """Finish the round in hand, then end."""
        self.going = False
