"""Small numbers hidden from people who see figures but may not open cases, so that nobody is picked out. No Django.

A number from 1 to 4 is hidden. Where the total is shown beside its parts, enough other parts are hidden too that no
hidden one can be worked out by taking away, even by somebody who knows this rule: a test tries every small table. A
nought is shown: it is nobody. Which other parts are hidden goes by their order and not by their size, which would itself
give something away."""

from collections.abc import Collection, Mapping

SMALLEST = 5
SAFE_TOGETHER = 6  # two hidden parts that add up to less are both small, and known to be


def small(number: int) -> bool:
    return 0 < number < SMALLEST


def hidden(parts: Mapping[str, int]) -> frozenset[str]:
    """The parts not to show. When even all of them together are too few, hide the total too (`total_hidden`)."""
    away = {part for part, number in parts.items() if small(number)}
    others = [part for part, number in sorted(parts.items()) if number >= SMALLEST]
    while away and others and not _safe(parts, away):
        away.add(others.pop(0))
    return frozenset(away)


def total_hidden(parts: Mapping[str, int]) -> bool:
    """Whether the total would give a hidden part away."""
    away = hidden(parts)
    return bool(away) and not _safe(parts, away)


def _safe(parts: Mapping[str, int], away: Collection[str]) -> bool:
    """Not when their sum can only be all ones, or all fours."""
    together = sum(parts[part] for part in away)
    only_one_way = together in (len(away), (SMALLEST - 1) * len(away))
    return len(away) > 1 and together >= SAFE_TOGETHER and not only_one_way


def share_hidden(part: int, whole: int) -> bool:
    """Whether a share, or the part of a known whole, would give away a small number on either side."""
    return small(part) or small(whole - part) or small(whole)
