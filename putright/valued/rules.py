"""What may be told of the team's answers. Pure; no Django."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from putright.law.calendar import add_months

SMALLEST = 5  # people in a team, and answers to a question: our own choice
SHORTEST, LONGEST = timedelta(days=7), timedelta(days=42)
APART = 3  # months from the last day of one asking to the next
MARKS = ("1", "2", "3", "4", "5")
LOWEST, HIGHEST = 3, 9  # in half points: 1½ stands for that or less, 4½ for that or more

Tallies = Mapping[str, Mapping[str, int]]


def added(tallies: Tallies, marks: Mapping[str, str]) -> dict[str, dict[str, int]]:
    """The tallies with one person's marks in them."""
    counted = {question: dict(of) for question, of in tallies.items()}
    for question, mark in marks.items():
        of = counted.setdefault(question, dict.fromkeys(MARKS, 0))
        of[mark] += 1
    return counted


def mean(of: Mapping[str, int]) -> int | None:
    """In half points, to the nearest (a quarter goes up), and no further than the ends; None where too few answered."""
    number = sum(of.values())
    if number < SMALLEST:
        return None
    total = sum(int(mark) * times for mark, times in of.items())
    return max(LOWEST, min(HIGHEST, (4 * total + number) // (2 * number)))


def told(words: Sequence[str]) -> list[str]:
    """The words to show: all, or none where too few wrote any."""
    return sorted(words) if len(words) >= SMALLEST else []


def last_day_fits(closes_on: date, today: date) -> bool:
    return SHORTEST <= closes_on - today <= LONGEST


def next_day(closed_on: date) -> date:
    """The first day on which the team may be asked again."""
    return add_months(closed_on, APART)
