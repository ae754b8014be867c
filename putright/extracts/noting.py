"""The access rows of a file: each batch of what it holds is noted before any of it is sent, so that a file broken off
half-way has noted at least all that left."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import connection, transaction

from putright.cases.models import Access, AccessCase
from putright.people.models import Handler

from .models import Taken
from .queries import Row


@transaction.atomic
def begin(taken: Taken, request_id: str, *, by: Handler, at: datetime) -> Access:
    """Write who takes what. The access row that the cases of the file are noted under."""
    taken.access = Access.objects.create(request_id=request_id, handler=by, at=at, page="extracts:take")
    taken.by, taken.at = by, at
    taken.save(force_insert=True)
    return taken.access


def noted(batches: Iterable[list[Row]], access: Access) -> Iterator[list[Row]]:
    """The batches as they come, each once its cases are noted and stay noted. A case twice in a batch is noted once."""
    for batch in batches:
        note({row[2] for row in batch}, access)
        yield batch


def note(cases: set[int], access: Access) -> None:
    """One statement of two values, however many cases: a list goes over as one."""
    table = connection.ops.quote_name(AccessCase._meta.db_table)
    each = "unnest(%s::bigint[])" if connection.vendor == "postgresql" else "value FROM json_each(%s)"
    into = " ".join(("INSERT INTO", table, "(access_id, case_id) SELECT %s,", each))
    numbers = sorted(cases)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(into, [access.pk, numbers if connection.vendor == "postgresql" else str(numbers)])
