"""Which parts of one whole are not shown, so that nobody is picked out: not by a small number, nor by taking away. No Django.

A number from 1 to below `smallest` is hidden. Where the whole is shown beside its parts, enough other parts are hidden too that
no hidden one can be worked out, even by somebody who knows this rule: a test tries every small table. A nought is shown: it is
nobody. Which larger parts go with the small ones is settled by their order and never by their size, which would itself give
something away."""

from collections.abc import Collection, Mapping

SMALLEST = 5


def small(number: int, smallest: int = SMALLEST) -> bool:
    return 0 < number < smallest


def hidden(parts: Mapping[str, int], smallest: int = SMALLEST, also: Collection[str] = ()) -> frozenset[str]:
    """The parts not to show, those in `also` among them. Where even all of them together are too few, the whole is not to be
    shown either (`total_hidden`)."""
    away = {part for part, number in parts.items() if part in also or small(number, smallest)}
    others = [part for part, number in sorted(parts.items()) if part not in away and number >= smallest]
    while away and others and not _safe([parts[part] for part in away], smallest):
        away.add(others.pop(0))
    return frozenset(away)


def total_hidden(parts: Mapping[str, int], smallest: int = SMALLEST) -> bool:
    """Whether the whole would give a hidden part away."""
    away = hidden(parts, smallest)
    return bool(away) and not _safe([parts[part] for part in away], smallest)


def _safe(numbers: Collection[int], smallest: int) -> bool:
    """Two hidden parts or more, together more than `smallest`: so each could be any of more than that many numbers. And not when
    their sum could only be all ones, or all the largest small number."""
    together = sum(numbers)
    only_one_way = together in (len(numbers), (smallest - 1) * len(numbers))
    return len(numbers) > 1 and together > smallest and not only_one_way


def share_hidden(part: int, whole: int) -> bool:
    """Whether a share, or the part of a known whole, would give away a small number on either side."""
    return small(part) or small(whole - part) or small(whole)
