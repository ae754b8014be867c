"""Waiting for a free person: Erlang C, where everybody waits, and Erlang A (M/M/N+M), where people give up.

Calls come at random; each takes a random time. `a` = calls an hour x handling time, in Erlangs; N people answer at once.
Nothing here grows without bound, however many people: C goes by Erlang B's recursion, A by weights from the likeliest state."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil, exp, isfinite, log

SMALL = 1e-18  # of the likeliest state's weight: less changes no printed digit
MOST = 2_000  # people tried before it is said that no number will do
STEPS = 400  # of the integral to T; even


class CannotReckon(ValueError):
    """The numbers given have no answer. `code` says why: words.CANNOT has the sentence."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


@dataclass(frozen=True)
class Load:
    """Calls an hour, and seconds of handling for each: talk, hold and writing up."""

    calls: float
    seconds: float

    def __post_init__(self) -> None:
        if not (isfinite(self.calls) and isfinite(self.seconds)) or self.calls < 0 or self.seconds <= 0:
            raise CannotReckon("load", "Calls must not be fewer than none, and handling one must take some time.")

    @property
    def erlangs(self) -> float:
        return self.calls * self.seconds / 3600


@dataclass(frozen=True)
class Wait:
    """Shares are of calls offered, from 0 to 1; times in seconds. `mean` is over everybody, also who gave up."""

    waits: float
    mean: float
    in_time: float
    busy: float  # of each person's time
    abandoned: float = 0.0


def _people(number: int) -> None:
    if number < 1:
        raise CannotReckon("nobody", "At least one person must answer.")


def blocked(erlangs: float, number: int) -> float:
    """Erlang B, by its recursion."""
    share = 1.0
    for k in range(1, number + 1):
        share = erlangs * share / (k + erlangs * share)
    return share


def patient(load: Load, number: int, within: float) -> Wait:
    """Erlang C: nobody gives up. Overstates waits near full load. Refuses a number that is not greater than the load."""
    _people(number)
    a = load.erlangs
    if number <= a:
        raise CannotReckon("too few", "The number of people must be greater than the load, or the queue never ends.")
    b = blocked(a, number)
    waits = number * b / (number - a * (1 - b))
    mean = waits * load.seconds / (number - a)
    return Wait(waits, mean, 1 - waits * exp(-(number - a) * within / load.seconds), a / number)


def states(load: Load, number: int, patience: float) -> dict[int, float]:
    """How likely it is that so many people are on the line, those waiting included. `patience`: mean seconds."""
    arrive, done, leave = load.calls / 3600, 1 / load.seconds, 1 / patience
    if not arrive:
        return {0: 1.0}

    def ends(k: int) -> float:
        return min(k, number) * done + max(0, k - number) * leave

    over = arrive - number * done
    top = int(load.erlangs) if over <= 0 else number + int(over / leave)
    weights = {top: 1.0, **dict(_away(top, lambda k: (k + 1, arrive / ends(k + 1)), None))}
    weights |= dict(_away(top, lambda k: (k - 1, ends(k) / arrive), 0))
    whole = sum(weights.values())
    return {k: weight / whole for k, weight in weights.items()}


def _away(start: int, step: Callable[[int], tuple[int, float]], last: int | None) -> Iterator[tuple[int, float]]:
    """States ever less likely from the likeliest one, until they no longer count."""
    k, weight = start, 1.0
    while weight > SMALL and k != last:
        k, ratio = step(k)
        weight *= ratio
        yield k, weight


def impatient(load: Load, number: int, patience: float, within: float) -> Wait:
    """Erlang A: each caller gives up after a random time, `patience` seconds on average.

    `in_time` is the share of calls offered that are answered within `within` seconds."""
    _people(number)
    if not patience > 0:
        raise CannotReckon("patience", "People wait for some time before they give up.")
    likely = states(load, number, patience)
    if not load.calls:
        return Wait(0.0, 0.0, 1.0, 0.0)
    waits = sum(share for k, share in likely.items() if k >= number)
    queue = sum((k - number) * share for k, share in likely.items() if k > number)
    mean = queue * 3600 / load.calls
    abandoned = mean / patience
    in_time = 1 - waits + _soon(load, number, patience, within, likely.get(number - 1, 0.0))
    return Wait(waits, mean, min(1.0, in_time), load.erlangs * (1 - abandoned) / number, abandoned)


def _soon(load: Load, number: int, patience: float, within: float, all_but_one: float) -> float:
    """Who waits but not too long, and stays: the density of the offered wait, from 0 to `within`, by Simpson's rule.
    `all_but_one`: how likely it is that all but one are busy; in logarithms, for the density's other part may be huge."""
    if not all_but_one or not within:
        return 0.0
    arrive, done, start = load.calls / 3600, number / load.seconds, log(all_but_one)

    def at(x: float) -> float:
        return arrive * exp(start + arrive * patience * (1 - exp(-x / patience)) - done * x - x / patience)

    each = within / STEPS
    inside = sum((4 if step % 2 else 2) * at(step * each) for step in range(1, STEPS))
    return each / 3 * (at(0) + inside + at(within))


@dataclass(frozen=True)
class Target:
    """`share` of calls answered within `within` seconds, and no more than `lost` of them given up. Shares 0 to 1."""

    share: float
    within: float
    lost: float = 1.0


def needed(load: Load, target: Target, patience: float | None) -> int:
    """The fewest people who reach the target; by Erlang C where no patience is given. No calls need nobody."""
    if not load.calls:
        return 0
    start = 1 if patience else max(1, ceil(load.erlangs))
    for number in range(start, MOST):
        if patience is None and number <= load.erlangs:
            continue
        met = impatient(load, number, patience, target.within) if patience else patient(load, number, target.within)
        if met.in_time >= target.share and met.abandoned <= target.lost:
            return number
    raise CannotReckon("never", "No number of people reaches this target. Make it a little less.")


def lost(load: Load, people: float, patience: float) -> float:
    """The share given up with a number of people that need not be whole: 4.5 is 4 half of the time and 5 the other half."""
    if people <= 0 or not load.calls:
        return 1.0 if load.calls else 0.0
    low = int(people)
    few = impatient(load, low, patience, 0).abandoned if low else 1.0
    part = people - low
    return few if not part else few * (1 - part) + impatient(load, low + 1, patience, 0).abandoned * part
