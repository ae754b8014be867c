"""Publishing the figures of a quarter."""

from datetime import datetime

from django.db import transaction

from putright.national.models import Return
from putright.people.gates import check
from putright.people.models import Handler

from . import queries, tables
from .models import Table
from .refusals import NotSigned, PublishedAlready


@transaction.atomic
def publish(of: Return, *, by: Handler, at: datetime) -> Table:
    """Make the public's table of a signed return, once. Refuses NotSigned, PublishedAlready, NotAllowed."""
    check(by, "publication.publish")
    if not hasattr(of, "signature"):
        raise NotSigned
    rows = tables.made(of.rows["cases"], of.rows["allegations"], queries.names(of))
    hidden = {"smallest": tables.SMALLEST, "width": tables.WIDTH}
    made, new = Table.objects.get_or_create(
        year=of.year, quarter=of.quarter, defaults={"made_of": of, "rows": rows, "at": at, "by": by, **hidden}
    )
    if not new:
        raise PublishedAlready
    return made
