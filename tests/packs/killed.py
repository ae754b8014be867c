"""A process that takes in a pack and is killed half-way, after people, words and allegations stand in its transaction.

    python -m tests.packs.killed WRONG PACK HANDLER

WRONG=yes is the control: it commits half-way, as without one transaction, and so must be caught leaving half a case.
WRONG=whole dies nowhere: the same pack again. `python -m tests.packs.killed begin PACK` makes an office and writes a
pack of another to PACK; `python -m tests.packs.killed look` prints how many rows of each kind there are."""

import json
import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

import django

AT = datetime(2026, 3, 27, 16, 50, tzinfo=UTC)


def look() -> None:
    from putright.cases.models import Allegation, Case, Event
    from putright.contacts.models import Contact
    from putright.packs.models import TakenIn
    from putright.people.models import Officer, Person

    counted = (Allegation, Case, Contact, Event, Officer, Person, TakenIn)
    told = Event.objects.filter(verb="taken_in").count()
    print(json.dumps({"told": told, **{table.__name__: table.objects.count() for table in counted}}))


def begin(pack: Path) -> None:
    """The pack is made in a transaction that is undone: here is nothing but the office and its people."""
    from django.db import transaction

    from putright.packs import making, queries
    from tests import cast as everybody
    from tests.make import allocation, people

    with transaction.atomic():
        cast = everybody.assemble()
        case = allocation.sufficient(cast.ffion, cast.sam)
        pack.write_text(json.dumps(making.pack(queries.matter(case), "standards", AT)))
        transaction.set_rollback(True)
    people.office("essex")
    print(people.handler("Sam Adeyemi", "handler", people.team("front", "front")).pk)


def main() -> None:
    django.setup()
    if sys.argv[1] == "look":
        return look()
    if sys.argv[1] == "begin":
        return begin(Path(sys.argv[2]))
    from django.db import connection

    from putright.packs import actions, taking_in
    from putright.people.models import Handler

    pack, handler, wrong = Path(sys.argv[2]), Handler.objects.get(pk=sys.argv[3]), sys.argv[1]
    if wrong != "whole":

        def dying(given: taking_in.Given) -> None:
            if wrong == "yes":
                with connection.cursor() as cursor:
                    cursor.execute("COMMIT")
            os.kill(os.getpid(), signal.SIGKILL)

        taking_in.history = dying
    case = actions.take_in(taking_in.read(pack.read_bytes()), by=handler, at=AT)
    print(case.reference)
    return None


if __name__ == "__main__":
    main()
