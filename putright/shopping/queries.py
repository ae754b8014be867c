"""Questions about visits. No writes. Nothing here tells a place who came, or on which day."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from putright.people.models import Handler
from putright.people.roles import FRONT, Role

from .models import Action, Found, Place, Scenario, Step, Visit

WRITE_WITHIN = timedelta(days=7)  # our own choice


def visits() -> QuerySet[Visit]:
    """All of them, those due last at the top."""
    return Visit.objects.select_related("place", "scenario", "shopper", "found").order_by("-due", "-pk")


def to_make(who: Handler, on: date) -> QuerySet[Visit]:
    """Where a place has closed, for a week more: a visit made before may still be written down."""
    there = Q(place__ended=False) | Q(place__ended_on__gte=on - WRITE_WITHIN)
    return visits().filter(there, shopper=who, found=None).order_by("due", "pk")


def unmade(place: Place) -> int:
    return Visit.objects.filter(place=place, found=None).count()


def planned_with(scenario: Scenario) -> int:
    """Visits that may still be made: not those of a place that closed."""
    return Visit.objects.filter(scenario=scenario, found=None, place__ended=False).count()


def places() -> QuerySet[Place]:
    """Those that may be visited."""
    return all_places().filter(ended=False)


def all_places() -> QuerySet[Place]:
    """With those that have closed, at the end."""
    return Place.objects.select_related("team").order_by("ended", "kind", "en")


def scenarios() -> QuerySet[Scenario]:
    """Those that a visit may be planned with."""
    return all_scenarios().filter(ended=False)


def all_scenarios() -> QuerySet[Scenario]:
    """With those that have ended, at the end."""
    return Scenario.objects.order_by("ended", "kind", "en")


def shoppers() -> QuerySet[Handler]:
    roles = [*FRONT, Role.SENIOR, Role.ANALYST]
    return Handler.objects.filter(role__in=roles, left_on=None).select_related("team").order_by("name")


def owners() -> QuerySet[Handler]:
    roles = [Role.LOCAL_SUPERVISOR, Role.SUPERVISOR, Role.SENIOR]
    return Handler.objects.filter(role__in=roles, left_on=None).select_related("team").order_by("name")


def actions() -> QuerySet[Action]:
    """With whether each is done, those due first at the top."""
    done = Exists(Step.objects.filter(action=OuterRef("pk"), done=True))
    found = Action.objects.select_related("owner", "found__visit__place").prefetch_related("steps__by")
    return found.annotate(is_done=done).order_by("is_done", "due", "pk")


def mine(owner: Handler) -> QuerySet[Action]:
    """What this person is to put right; a senior manager sees everybody's."""
    return actions() if owner.role == Role.SENIOR else actions().filter(owner=owner)


def open_of(owner: Handler) -> int:
    return actions().filter(owner=owner, is_done=False).count()


@dataclass
class Standing:
    """One place: its visits in order, as (month, points, failed)."""

    place: Place
    visits: list[tuple[date, int, bool]] = field(default_factory=list)

    @property
    def mean(self) -> int | None:
        return round(sum(points for _month, points, _failed in self.visits) / len(self.visits)) if self.visits else None

    @property
    def change(self) -> int | None:
        """The last visit against the mean of those before it."""
        if len(self.visits) < 2:
            return None
        before = [points for _month, points, _failed in self.visits[:-1]]
        return round(self.visits[-1][1] - sum(before) / len(before))


def reader_of(places: QuerySet[Place], reader: Handler) -> QuerySet[Place]:
    """A supervisor of a district reads of their own places; everybody else who reads, of all."""
    return places.filter(team=reader.team_id) if reader.role == Role.LOCAL_SUPERVISOR else places


def standings(reader: Handler) -> list[Standing]:
    """Places with their scores by month: never the day, never who came; one that closed, where it was visited. Two queries."""
    found = {place.pk: Standing(place) for place in reader_of(all_places(), reader)}
    rows = Found.objects.filter(visit__place__in=found).order_by("on", "pk")
    for place, on, points, failed in rows.values_list("visit__place", "on", "points", "failed"):
        found[place].visits.append((on.replace(day=1), points, failed))
    return [one for one in found.values() if one.visits or not one.place.ended]


def findings(place: Place) -> dict[date, list[Found]]:
    """Month -> what was found there, the newest first, with what is to be put right."""
    by_month: dict[date, list[Found]] = defaultdict(list)
    rows = Found.objects.filter(visit__place=place).prefetch_related("actions__owner", "actions__steps")
    for found in rows.order_by("-on", "-pk"):
        by_month[found.on.replace(day=1)].append(found)
    return by_month
