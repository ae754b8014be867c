"""The figures of a period as one value: the counts, the average, and what the office costs. No database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from offices.shape import Costs
from putright.measures.derived import BY_KEY
from putright.measures.figure import Share
from putright.measures.rules import per_thousand
from putright.measures.words import EMPLOYEES

from .rules import ValueForMoney, part_of_year, share, value_for_money

Counts = Mapping[str, int]
EACH_THOUSAND = {"cases-each-thousand": "logged", "allegations-each-thousand": "allegations"}


@dataclass(frozen=True)
class Figures:
    """`counts` is measure to part to number. `days` is the mean days to first contact, `review_days`
    to decide a review. `months` is how many months of a
    year's cost the period bears. `taken`: averages by the key of their figure, and EMPLOYEES of the force if it is known."""

    counts: Mapping[str, Counts]
    costs: Costs | None = None
    days: Decimal | None = None
    months: int = 1
    review_days: Decimal | None = None
    taken: Mapping[str, Decimal | None] = field(default_factory=dict)

    def parts(self, measure: str) -> Counts:
        return self.counts.get(measure, {})

    def total(self, measure: str) -> int:
        return sum(self.parts(measure).values())

    @property
    def settled_share(self) -> Decimal | None:
        return share(self.total("settled"), self.total("contacts"))

    @property
    def upheld(self) -> int:
        return sum(number for part, number in self.parts("reviews-decided").items() if part.endswith("-upheld"))

    @property
    def upheld_share(self) -> Decimal | None:
        """Of the reviews decided, per cent."""
        return share(self.upheld, self.total("reviews-decided"))

    def worked(self, key: str) -> Decimal | None:
        """A figure worked out from counts, but those of cost and worth. None: not known."""
        one = BY_KEY[key]
        if isinstance(one, Share):
            return share(*one.numbers(self.counts)) if one.known(self.counts) else None
        if key in EACH_THOUSAND:
            return per_thousand(self.total(EACH_THOUSAND[key]), self.taken.get(EMPLOYEES))
        if key in self.taken:
            return self.taken[key]
        known = {"settled-share": self.settled_share, "days-to-contact": self.days, "reviews-upheld": self.upheld_share}
        return (known | {"days-to-review": self.review_days}).get(key)

    @cached_property
    def period_cost(self) -> Decimal | None:
        return part_of_year(self.costs.team_cost, self.months) if self.costs else None

    @cached_property
    def worth(self) -> ValueForMoney | None:
        """None when the office has set no costs."""
        if self.costs is None or self.period_cost is None:
            return None
        return value_for_money(
            contacts=self.total("contacts"), settled=self.total("settled"), team_cost=self.period_cost,
            hourly_rate=self.costs.hourly_rate, minutes_saved=self.costs.minutes_saved,
            contact_share=self.costs.contact_share,
        )  # fmt: skip
