"""Somebody from a list says: no more. Whoever of us they are known to be is not asked about a case either."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from putright.invited import actions as invited
from putright.invited.models import Invite

from .. import queries
from ..models import Entry


@transaction.atomic
def no_more(invite: Invite, *, by: None = None, at: datetime) -> None:
    """Keep the wish with the code, and with everybody here of the same address. Twice is once."""
    invited.no_more(invite, at=at)
    keep(Entry.objects.filter(invite=invite), at=at)


def keep(entries: Iterable[Entry], *, at: datetime) -> None:
    """The wishes of these entries, while their addresses are there. For an action that holds a transaction."""
    for people in queries.known(list(entries)).values():
        for person in people:
            invited.ask_no_more(person, by=None, at=at)
