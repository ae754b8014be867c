"""What the rounds do with campaigns: ask the next of a list, `campaigns:send:<pk>:<place>`; remind once, `campaigns:remind:<pk>`;
delete a list when its day has come, `campaigns:clear:<pk>`."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from . import queries
from .actions import going
from .models import Campaign

PREFIX = "campaigns:"
DOES = {"send": going.send, "remind": going.remind, "clear": going.clear}


def owed(at: datetime, *, limit: int) -> Iterator[tuple[str, datetime]]:
    """A piece of sending has the place it begins at in its key: each is a piece of its own."""
    for what, campaign, since in islice(queries.due(at), limit):
        place = ""
        if what == "send":
            first = queries.to_send(campaign).values_list("number", flat=True).first()
            place = f":{first or 'end'}"
        yield f"{PREFIX}{what}:{campaign.pk}{place}", since


def fulfil(key: str, *, at: datetime) -> None:
    """One piece; done again it goes on where it was, or changes nothing."""
    _prefix, what, pk, *_place = key.split(":")
    campaign = Campaign.objects.filter(pk=pk).first()
    if campaign is not None:
        DOES[what](campaign, at=at)
