"""What was loaded, and what was listed."""

from dataclasses import dataclass

from ..models import Import, ImportProblem

PAGE = 50


class NoSuchLoad(Exception):
    """There was no load of that number."""


@dataclass(frozen=True)
class Listed:
    """Some of the rows listed, in the order they were read, and where the next ones begin (0 at the end)."""

    rows: list[ImportProblem]
    after: int


def latest(limit: int = 20) -> list[Import]:
    return list(Import.objects.select_related("by").order_by("-pk")[:limit])


def one(number: int) -> Import:
    found = Import.objects.select_related("by").filter(pk=number).first()
    if found is None:
        raise NoSuchLoad(number)
    return found


def listed(load: Import, after: int) -> Listed:
    """The next entries after that one. A row wrong in two ways is two entries."""
    found = list(ImportProblem.objects.filter(load=load, pk__gt=after).order_by("pk")[: PAGE + 1])
    return Listed(found[:PAGE], found[PAGE - 1].pk if len(found) > PAGE else 0)


def how_many_listed(load: Import) -> int:
    return ImportProblem.objects.filter(load=load).count()
