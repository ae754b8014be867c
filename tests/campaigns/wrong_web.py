"""A wrong build of the web pages, for the control arm: each process keeps the events of its last eight contacts in memory.

What the person is told is kept is then not yet whole. After twenty acknowledgements two such processes hold at least eight
events, of which at most four belong to people still waiting: a kill loses some that were acknowledged, whatever the
machine's speed. Stopped in good order it writes them first, so that only a kill tells it from ours."""

import threading

from tests.campaigns.stopping import told_of_its_end  # isort: skip - it sets Django up, before any model
from django.db import transaction

from putright.cases import log
from putright.cases.models import Case
from putright.contacts import actions

BEHIND = 8
waiting: list[tuple[int, tuple[log.Line, ...]]] = []
lock = threading.Lock()


def write_later(case: Case, *lines: log.Line) -> list:
    transaction.on_commit(lambda: gather(case.pk, lines))
    return []


def write_first_later(files: list[tuple[Case, list[log.Line]]]) -> int:
    for case, lines in files:
        write_later(case, *lines)
    return len(files)


def gather(pk: int, lines: tuple[log.Line, ...]) -> None:
    with lock:
        waiting.append((pk, lines))
        write_all_but(BEHIND)


def write_all_but(last: int) -> None:
    while len(waiting) > last:
        pk, lines = waiting[0]
        log.write(Case.objects.get(pk=pk), *lines)
        waiting.pop(0)


def in_good_order() -> None:
    global BEHIND
    with lock:
        BEHIND = 0
        write_all_but(0)


actions.write, actions.write_first = write_later, write_first_later
application = told_of_its_end(in_good_order)
