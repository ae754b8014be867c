"""Which parts of a table are not shown, so that nobody is picked out: not by a small number, nor by taking away. No Django.

The whole is taken as known, and is itself shown only when it is not small. So what is hidden is two parts or more, and together
no fewer people than the smallest number. A nought is shown: it is nobody. Which larger parts go with the small ones is settled
by their order, never by their size, which would itself give something away. A test tries every small table."""

from collections.abc import Collection, Mapping


def hidden(parts: Mapping[str, int], smallest: int, also: Collection[str] = ()) -> frozenset[str]:
    """The parts not to show, those in `also` among them."""
    away = {part for part, number in parts.items() if 0 < number < smallest} | {part for part in also if part in parts}
    others = [part for part in sorted(parts) if part not in away and parts[part] >= smallest]
    while away and others and not safe([parts[part] for part in away], smallest):
        away.add(others.pop(0))
    return frozenset(away)


def safe(numbers: Collection[int], smallest: int) -> bool:
    """Two hidden parts or more whose sum neither is small, nor can come about in one way only."""
    together = sum(numbers)
    one_way = together in (len(numbers), (smallest - 1) * len(numbers))
    return len(numbers) > 1 and together > smallest and not one_way
