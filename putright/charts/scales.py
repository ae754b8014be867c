"""Round numbers for the side of a drawing, and which dates have room below it. No Django."""

from collections.abc import Iterable, Sequence
from math import ceil, floor, log10

STEPS = (1, 2, 2.5, 5, 10)


def ticks(values: Iterable[float], wanted: int = 4) -> list[float]:
    """Round numbers from nought, or below it, to above the largest value: about `wanted` gaps."""
    known = list(values)
    low, high = min([0.0, *known]), max([0.0, *known])
    if low == high:
        high = 1.0
    rough = (high - low) / wanted
    power = 10.0 ** floor(log10(rough))
    step = next(power * one for one in STEPS if power * one >= rough * 0.999)
    first, last = floor(low / step), ceil(high / step)
    return [round(place * step, 9) for place in range(first, last + 1)]


def labelled(count: int, most: int) -> Sequence[int]:
    """Places of the dates that are written out: evenly apart, the last one always, never more than `most`."""
    if count <= 1:
        return range(count)
    apart = max(1, ceil((count - 1) / max(1, most - 1)))
    return range((count - 1) % apart, count, apart)
