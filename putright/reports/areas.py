"""What each area put right there and then, beside what the team had to send it: where little is written down, ask why.

An area that resolves and never records looks like one nobody complains of (the Dyfed-Powys decision of 2014). So the
share an area wrote down itself is set against all areas together, and is called low only when chance would not explain it."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from math import sqrt

from django.db.models import Count, QuerySet

from putright.allocation.models import Allocation
from putright.cases.models import Event
from putright.contacts.models import Contact
from putright.people.models import Team

FAR = 2.0  # standard errors below the share of all areas: chance alone does that about once in forty


@dataclass(frozen=True)
class Area:
    """One area: written down there and then, opened again by the team, and sent to it by the team to put right."""

    team: Team
    entered: int
    reopened: int
    sent: int

    @property
    def known(self) -> int:
        return self.entered + self.sent

    @property
    def share(self) -> int | None:
        """Per cent of what is known of that the area wrote down itself."""
        return round(100 * self.entered / self.known) if self.known else None

    def is_low(self, overall: float) -> bool:
        """Well below all areas together, by a one-sided test of a proportion; never on fewer than ten."""
        if self.known < 10:
            return False
        error = sqrt(overall * (1 - overall) / self.known)
        return error > 0 and (overall - self.entered / self.known) / error > FAR


def areas(since: datetime, until: datetime) -> list[Area]:
    """Every district and department, by name, over that time. Five queries, however many contacts."""
    told = Contact.objects.filter(received_at__gte=since, received_at__lt=until, via__in=("local", "101"))
    again = Event.objects.filter(verb="reopened", at__gte=since, at__lt=until).values_list("facts__contact", flat=True)
    entered, reopened = _by_team(told), _by_team(told.filter(pk__in=list(again)))
    sent = dict(
        Allocation.objects.filter(at__gte=since, at__lt=until).order_by().values_list("team").annotate(number=Count("pk"))
    )
    teams = Team.objects.filter(kind__in=("local", "department")).order_by("name_en")
    return [Area(team, entered[team.pk], reopened[team.pk], sent.get(team.pk, 0)) for team in teams]


def _by_team(told: QuerySet[Contact]) -> Counter[int]:
    """Whoever wrote it down, with a log-in or by a personal link: their team -> how many."""
    counted: Counter[int] = Counter()
    for by, link, number in told.order_by().values_list("by__team", "told_by__team").annotate(number=Count("pk")):
        counted[by or link] += number
    return counted


def overall(found: list[Area]) -> float:
    known = sum(area.known for area in found)
    return sum(area.entered for area in found) / known if known else 0.0
