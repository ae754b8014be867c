"""Small numbers hidden from people who see figures but may not open cases, so that nobody is picked out. No Django.

A number from 1 to 4 is hidden. Where the total is shown beside its parts, enough other parts are hidden too that the
hidden ones cannot be worked out by taking away. A nought is shown: it is nobody."""

from collections.abc import Mapping

SMALLEST = 5
SAFE_TOGETHER = 6  # two hidden parts that add up to less could only have been 1 and 1, or 1 and 4 ...


def small(number: int) -> bool:
    return 0 < number < SMALLEST


def hidden(parts: Mapping[str, int]) -> frozenset[str]:
    """The parts not to show. When it is all of those above nought and they are few, hide the total too (`total_hidden`)."""
    away = {part for part, number in parts.items() if small(number)}
    others = sorted((number, part) for part, number in parts.items() if number >= SMALLEST)
    while away and others and not _safe(parts, away):
        away.add(others.pop(0)[1])
    return frozenset(away)


def total_hidden(parts: Mapping[str, int]) -> bool:
    """Whether the total would give a hidden part away."""
    away = hidden(parts)
    return bool(away) and not _safe(parts, away)


def _safe(parts: Mapping[str, int], away: set[str] | frozenset[str]) -> bool:
    return len(away) > 1 and sum(parts[part] for part in away) >= SAFE_TOGETHER


def share_hidden(part: int, whole: int) -> bool:
    """Whether a share, or the part of a known whole, would give away a small number on either side."""
    return small(part) or small(whole - part) or small(whole)
