"""A wrong build of the web pages, for the control arm: the event is written after the acknowledgement, by itself.

What the person is told is kept is then not yet whole, and a kill in between loses its event for ever."""

import threading
import time

from django.db import connection

from config.wsgi import application
from putright.cases import log
from putright.cases.models import Case
from putright.contacts import actions

LATER = 0.3  # seconds


def write_later(case: Case, *lines: log.Line) -> list:
    def write() -> None:
        time.sleep(LATER)
        log.write(Case.objects.get(pk=case.pk), *lines)
        connection.close()  # a thread of our own: nobody else gives its connection back

    threading.Thread(target=write, daemon=True).start()
    return []


actions.write = write_later
__all__ = ["application"]
