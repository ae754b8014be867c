"""What the month's figures mean, worked from counts and the office's own cost figures. No Django.

Money and shares stay exact (Decimal) until they are shown; a share or cost of nothing is None, "not known", never 0.
"""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

MINUTES_IN_AN_HOUR = 60
MONTHS_IN_A_YEAR = 12


@dataclass(frozen=True)
class ValueForMoney:
    """Pounds, hours and minutes, unrounded. None is "not known": there was nothing to divide by."""

    cost_per_contact: Decimal | None
    cost_per_resolution: Decimal | None
    share_settled: Decimal | None
    officer_hours_saved: Decimal
    money_saved: Decimal
    net: Decimal
    break_even_minutes: Decimal | None


def value_for_money(
    *, contacts: int, settled: int, team_cost: Decimal, hourly_rate: Decimal, minutes_saved: Decimal,
    contact_share: Decimal | None = None,
) -> ValueForMoney:
    """The worth of settling things at first contact, over whatever period the counts and the cost cover.

    `settled` counts contacts settled by the team with nobody else asked. `minutes_saved` is what each would have cost
    an officer: an assumption, so show it beside the answer. `contact_share`: of the team's time, per cent, that goes to contacts
    (None: all of it). A contact bears that part of the cost; what was saved is set against the whole. The money saved is never
    rounded before the net is taken.
    Refuses (ValueError) counts below nothing, or more settled than there were contacts.
    """
    refuse_impossible(contacts, settled)
    hours = Decimal(settled) * minutes_saved / MINUTES_IN_AN_HOUR
    saved = hours * hourly_rate
    of_contacts = team_cost if contact_share is None else team_cost * contact_share / 100
    return ValueForMoney(
        cost_per_contact=divided(of_contacts, contacts),
        cost_per_resolution=divided(of_contacts, settled),
        share_settled=share(settled, contacts),
        officer_hours_saved=hours,
        money_saved=saved,
        net=saved - team_cost,
        break_even_minutes=divided(team_cost * MINUTES_IN_AN_HOUR, hourly_rate * settled),
    )


def refuse_impossible(contacts: int, settled: int) -> None:
    if contacts < 0 or settled < 0:
        raise ValueError("A count of contacts cannot be less than nothing.")
    if settled > contacts:
        raise ValueError(f"{settled} contacts cannot have been settled out of {contacts}.")


def divided(amount: Decimal | int, by: Decimal | int) -> Decimal | None:
    """The exact quotient, or None when there is nothing to divide by."""
    return Decimal(amount) / Decimal(by) if by else None


def share(part: int, whole: int) -> Decimal | None:
    """Part of a whole in per cent, unrounded; None when the whole is nothing."""
    return divided(part * 100, whole)


def supports_over_half(part: int, whole: int) -> bool | None:
    """Whether "over half" may be said of these counts; None when there are none. Exactly half is not over half."""
    return part * 2 > whole if whole else None


def rounded(number: Decimal, places: int) -> Decimal:
    """Half goes up, as money is rounded by hand; a half below nothing goes away from nothing."""
    return number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def pounds(amount: Decimal | None, *, pence: bool = True) -> str | None:
    """£1,234.50, or £1,235 with pence off, or None for not known. Minus goes before the pound sign."""
    if amount is None:
        return None
    whole = rounded(amount, 2 if pence else 0)
    return f"{'-' if whole < 0 else ''}£{abs(whole):,}"


def figure(number: Decimal | None, places: int) -> str | None:
    """A number with its thousands marked and that many decimals, or None for not known."""
    return None if number is None else f"{rounded(number, places):,}"


def part_of_year(annual: Decimal, months: int = 1) -> Decimal:
    """A yearly cost shared evenly over that many months."""
    return annual * months / MONTHS_IN_A_YEAR


@dataclass(frozen=True)
class Count[K: Hashable]:
    """How many there were of one thing, and its share of all of them in per cent (None: there were none at all)."""

    of: K
    number: int
    share: Decimal | None


def counted[K: Hashable](things: Iterable[K], order: Iterable[K] = ()) -> tuple[Count[K], ...]:
    """How many of each: those in `order` first and always (with 0), then the rest, most first and then by name."""
    tally = Counter(things)
    first = tuple(dict.fromkeys(order))
    rest = sorted((k for k in tally if k not in first), key=lambda k: (-tally[k], str(k)))
    total = tally.total()
    return tuple(Count(k, tally[k], share(tally[k], total)) for k in (*first, *rest))


@dataclass(frozen=True)
class Kept:
    """Promises that have been kept or missed. Those still running are in neither, and not in the share."""

    kept: int
    missed: int

    @property
    def share(self) -> Decimal | None:
        return share(self.kept, self.kept + self.missed)
