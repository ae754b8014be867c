"""The access rows of a file: whatever it will hold is noted before its first byte, in one statement however long it is."""

from datetime import datetime

from django.db import connection, transaction
from django.db.models import QuerySet

from putright.cases.models import Access, AccessCase
from putright.people.models import Handler

from .models import Taken


@transaction.atomic
def note_taken(rows: QuerySet, case: str, taken: Taken, request_id: str, *, by: Handler, at: datetime) -> None:
    """Write who took what and, as for a page, an access row with every case of `rows` (`case` is the path to it)."""
    taken.access = Access.objects.create(request_id=request_id, handler=by, at=at, page="extracts:take")
    taken.by, taken.at = by, at
    taken.save(force_insert=True)
    chosen, values = rows.order_by().values(case).distinct().query.get_compiler(connection=connection).as_sql()
    table = connection.ops.quote_name(AccessCase._meta.db_table)
    # Both are made by Django of our own models: nobody's words are in them, only in `values`.
    into = " ".join(("INSERT INTO", table, "(access_id, case_id) SELECT %s, taken.* FROM (", chosen, ") AS taken"))
    with connection.cursor() as cursor:
        cursor.execute(into, [taken.access.pk, *values])
