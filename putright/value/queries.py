"""What a year cost and what it saved; what was counted before; what was promised."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property

from django.db.models import Count, Q, QuerySet

from offices import Office
from putright.contacts.models import Contact
from putright.law.calendar import day_of
from putright.people.gates import can
from putright.people.models import Handler
from putright.people.queries import colleagues
from putright.reports.rules import ValueForMoney, value_for_money

from . import words
from .models import Benefit, Measured, Rate
from .rules import Against, against, part_of_days
from .years import Year

PACK = {
    words.COST: "team_cost", words.HOUR: "hourly_rate", words.MINUTES: "minutes_saved", words.SHARE: "contact_share",
    words.BENCHMARK: "benchmark_per_contact",
}  # fmt: skip


@dataclass(frozen=True)
class Held:
    """A figure in force: of which year, where it comes from (empty: nobody could say) and what it leaves out."""

    amount: Decimal
    year: str
    source: str = ""
    leaves_out: str = ""
    of_pack: bool = False


@dataclass(frozen=True)
class Money:
    """One year, or as much of it as has gone: its counts, what they are worked with, and the figures."""

    year: Year
    days: int
    contacts: int
    settled: int
    held: dict[str, Held]

    @cached_property
    def cost(self) -> Decimal | None:
        """The team's cost for the days that have gone."""
        team = self.held.get(words.COST)
        return part_of_days(team.amount, self.days, self.year.days) if team else None

    @cached_property
    def worth(self) -> ValueForMoney | None:
        """None while the cost, the hour or the minutes are not set."""
        hour, minutes = self.held.get(words.HOUR), self.held.get(words.MINUTES)
        if self.cost is None or hour is None or minutes is None:
            return None
        share = self.held.get(words.SHARE)
        return value_for_money(
            contacts=self.contacts, settled=self.settled, team_cost=self.cost, hourly_rate=hour.amount,
            minutes_saved=minutes.amount, contact_share=share.amount if share else None,
        )  # fmt: skip

    @property
    def against(self) -> Against | None:
        benchmark = self.held.get(words.BENCHMARK)
        return against(self.worth.cost_per_contact, benchmark.amount) if self.worth and benchmark else None


def money(year: Year, office: Office, at: datetime) -> Money:
    """The year as known at that moment. Two queries."""
    found = Contact.objects.filter(received_at__gte=year.begins, received_at__lt=min(year.ends, at))
    counts = found.aggregate(contacts=Count("pk"), settled=Count("pk", filter=~Q(settled_at=None)))
    return Money(year, year.days_gone(day_of(at)), counts["contacts"], counts["settled"], held(year, office))


def held(year: Year, office: Office) -> dict[str, Held]:
    """What holds for the year: the newest written down here for it or the nearest year before; else the office's pack."""
    found = of_pack(office, year.last_day)
    for one in Rate.objects.filter(year__lte=year.first, rank__in=("", words.CONSTABLE)).order_by("year", "pk"):
        name = Year(one.year).name
        if one.kind not in found or found[one.kind].year <= name:
            found[one.kind] = Held(one.amount, name, one.source, one.leaves_out)
    return found


def of_pack(office: Office, on: date) -> dict[str, Held]:
    costs = office.costs(on)
    if costs is None:
        return {}
    amounts = ((kind, getattr(costs, name)) for kind, name in PACK.items())
    return {
        kind: Held(amount, costs.year, "" if kind == words.BENCHMARK else costs.cite, of_pack=True)
        for kind, amount in amounts if amount is not None
    }  # fmt: skip


def rates() -> list[tuple[Rate, bool]]:
    """Every figure written down, the newest year first, and whether it holds for its year. One query."""
    found = list(Rate.objects.select_related("by").order_by("-year", "kind", "rank", "-pk"))
    seen: set[tuple[int, str, str]] = set()
    return [(one, not _again(seen, (one.year, one.kind, one.rank))) for one in found]


def _again(seen: set[tuple[int, str, str]], key: tuple[int, str, str]) -> bool:
    was = key in seen
    seen.add(key)
    return was


def measured() -> QuerySet[Measured]:
    return Measured.objects.select_related("by").order_by("since", "pk")


def benefits() -> QuerySet[Benefit]:
    """All of them, those not delivered first, by the day they are due."""
    return Benefit.objects.select_related("owner", "delivered", "delivered__by").order_by("delivered__on", "due", "pk")


def split(found: Iterable[Benefit]) -> tuple[list[Benefit], list[Benefit]]:
    """Those planned, and those delivered."""
    every = list(found)
    return [one for one in every if not hasattr(one, "delivered")], [one for one in every if hasattr(one, "delivered")]


def owners() -> list[Handler]:
    """Who may answer for a benefit: everybody at work here who may see what came of it. One query."""
    return [one for one in colleagues() if can(one, "value.look")]
