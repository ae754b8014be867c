"""Whether somebody can chat now: the office offers it, it is open, and a colleague is there."""

from dataclasses import dataclass
from datetime import datetime

from design.dates import LONDON
from offices import Office
from putright.contacts.opening import is_open

from . import queries


@dataclass(frozen=True)
class Opening:
    offered: bool  # this office has live chat at all
    hours: bool  # it is open at this hour
    staffed: bool  # a colleague is taking chats

    @property
    def now(self) -> bool:
        return self.offered and self.hours and self.staffed


def offered(office: Office, *, at: datetime) -> bool:
    return any(way.slug == "chat" for way in office.channels(at.astimezone(LONDON).date()))


def opening(office: Office, *, at: datetime) -> Opening:
    """One query, and only when the clock says open."""
    here, hours = offered(office, at=at), is_open(office, at)
    return Opening(here, hours, here and hours and queries.somebody_takes(at=at))
