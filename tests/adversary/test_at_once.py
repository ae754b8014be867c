"""Two people at one case in the same second: neither is shown an error, nothing is lost, and the log stays whole."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections  # noqa: F401 - the mark below names it

from putright.cases.actions import allege, name_officer, note, take, wall_off
from putright.cases.log import broken_at
from putright.cases.models import Case, Event
from putright.letters.actions import write_letter
from tests.cast import assemble
from tests.make import people
from tests.make.contacts import contact

ROUNDS = 12


def all_at_once(*acts: Callable[[], object]) -> list[BaseException | None]:
    """Begin every act in the same moment, each on its own connection; what each raised, if anything."""
    start = Barrier(len(acts))

    def run(act: Callable[[], object]) -> BaseException | None:
        start.wait()
        try:
            act()
        except Exception as trouble:  # noqa: BLE001 - what went wrong is what is asked for
            return trouble
        finally:
            connections.close_all()
        return None

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite lets one writer in at a time")
def test_everything_that_can_be_done_to_a_case_at_once_is_done():
    cast = assemble()
    case = contact(cast.ffion, kind="complaint").case
    troubles = []
    for number in range(ROUNDS):
        officer = people.officer(name="Gwyn Pugh")
        troubles += all_at_once(
            lambda: note(case, "Rang.", by=cast.sam, at=cast.at),
            lambda: take(case, by=cast.jo, at=cast.at),
            lambda: allege(case, "Shouted", "H1", on=cast.at.date(), by=cast.sam, at=cast.at),
            lambda officer=officer: name_officer(case, officer, by=cast.sam, at=cast.at),
            lambda: write_letter(case, "acknowledgement", {}, by=cast.jo, at=cast.at),
            lambda: contact(cast.ffion, joins=case, by=cast.sam, channel="phone"),
            lambda number=number: wall_off(
                case, people.handler(f"Kim{number} Vale"), "knows them", by=cast.sam, at=cast.at
            ),
        )
    case = Case.objects.get(pk=case.pk)
    assert [repr(trouble) for trouble in troubles if trouble] == []
    assert Event.objects.filter(case=case).count() == case.version == 2 + ROUNDS * 6  # received, taken once
    assert broken_at(case) is None
