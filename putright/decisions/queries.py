"""Records with their newest version, and what the public may read: from `Published` and nothing else."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max, OuterRef, QuerySet, Subquery

from putright.codes.queries import code_list
from putright.codes.rules import Rows
from putright.law.calendar import day_of

from . import rules
from .models import Published, Record, Version

GROUNDS = "exemptions"  # the list of grounds
SHOWN = 200


class NoSuchRecord(LookupError):
    """There is no record of that number, or none that is published."""


@dataclass(frozen=True)
class Standing:
    """A version with how it stands: by when it is to be published, whether that is over."""

    version: Version
    by: date
    is_late: bool

    @property
    def is_published(self) -> bool:
        return hasattr(self.version, "published")

    @property
    def is_approved(self) -> bool:
        return hasattr(self.version, "approval")


def records(at: datetime) -> list[Standing]:
    """The newest version of every record, the newest decision first: one query."""
    newest = Version.objects.filter(record=OuterRef("record")).order_by("-version").values("pk")[:1]
    rows = _whole(Version.objects.filter(pk=Subquery(newest))).order_by("-decided_on", "-pk")
    return [standing(row, at) for row in rows[:SHOWN]]


def standing(version: Version, at: datetime) -> Standing:
    by = rules.publish_by(version.decided_on)
    return Standing(version, by, not hasattr(version, "published") and day_of(at) > by)


def _whole(versions: QuerySet[Version]) -> QuerySet[Version]:
    return versions.select_related("record", "by", "approval", "published")


def versions(number: int) -> list[Version]:
    """Every version of a record, the newest first: one query. Refuses NoSuchRecord."""
    found = list(_whole(Version.objects.filter(record__number=number)).order_by("-version"))
    if not found:
        raise NoSuchRecord(number)
    return found


def published() -> list[Published]:
    """What the public may read: the newest published version of each record, the newest decision first. One query."""
    newest = Published.objects.filter(record=OuterRef("record")).order_by("-pk").values("pk")[:1]
    rows = Published.objects.filter(pk=Subquery(newest)).select_related("record")
    return list(rows.order_by("-decided_on", "-pk")[:SHOWN])


def read(number: int) -> Published:
    """One of those. Refuses NoSuchRecord: one that is not published does not exist for the public."""
    found = Published.objects.filter(record__number=number).select_related("record").order_by("-pk").first()
    if found is None:
        raise NoSuchRecord(number)
    return found


def next_number() -> int:
    return (Record.objects.aggregate(last=Max("number"))["last"] or 0) + 1


def grounds() -> Rows:
    """The exemptions, closed ones too: an old version is read by the grounds of its day."""
    return code_list(GROUNDS)
